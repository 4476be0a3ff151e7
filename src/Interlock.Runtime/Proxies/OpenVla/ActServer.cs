using System.Text;
using Interlock.Core.Diagnostics;
using Interlock.Runtime.Proxies.Guarding;
using Interlock.Runtime.Proxies.Http;
using Interlock.Runtime.Proxies.Serving;

namespace Interlock.Runtime.Proxies.OpenVla;

/// <summary>OpenVLA's side for clients: <c>POST /act</c>. Failures are HTTP 200 with the word "error", as the servers do it. Source: openvla, vla-scripts/deploy.py.</summary>
internal sealed class ActServer(ProxyContext context) : IProtocolServer
{
    private static readonly byte[] ErrorBody = "\"error\""u8.ToArray();

    private readonly ActUpstream _upstream = new(context);
    private readonly ActSessions _sessions = new(context);

    public async ValueTask<bool> ServeAsync(HttpClientLink link, HttpRequestHead head, string client, CancellationToken end)
    {
        long? length = head.BodyBytes;
        if (head.Path != "/act" || head.Method != "POST" || length is null)
        {
            int status = head.Path != "/act" ? 404 : head.Method != "POST" ? 405 : 411;
            await link.TextAsync(status, "POST /act with a body of known length was expected\n", keepsAlive: false, end);
            return false;
        }

        if (length > context.Options.LongestRequestBytes)
        {
            throw ProxyError.Of(ProxyCodes.TooLong, "request", $"a body of {length} bytes; {context.Options.LongestRequestBytes} are the most taken");
        }

        if (head["Expect"] is { } expected && expected.Equals("100-continue", StringComparison.OrdinalIgnoreCase))
        {
            await link.RawAsync("HTTP/1.1 100 Continue\r\n\r\n", end);
        }

        ActSession session = await _sessions.TakeAsync(head, client, end);
        try
        {
            return await ExchangeAsync(link, head, (int)length.Value, session, client, end);
        }
        finally
        {
            session.Flush();
            session.Turn.Release();
        }
    }

    public void Dispose()
    {
        _upstream.Dispose();
        _sessions.Dispose();
    }

    private async Task<bool> ExchangeAsync(HttpClientLink link, HttpRequestHead head, int length, ActSession session, string client, CancellationToken end)
    {
        using TimeLimit limit = new(context.Options.ClientTimeout, context.Time, end);
        using RelayedBody body = new(link, length, session.Understand, limit.Token);
        ActAnswer answer;
        try
        {
            answer = await AnswerAsync(body, head, session, client, end);
        }
        catch (DiagnosticException failure)
        {
            if (body.Fault is not null)
            {
                context.Tally.ClientErred();
            }

            context.Tell(client, failure.Diagnostics[0]);
            answer = new ActAnswer(200, "application/json", ErrorBody, $"X-Interlock-Finding: {Ascii(failure)}\r\n");
        }

        bool keepsAlive = head.KeepsAlive && body.Fault is null;
        await link.ReplyAsync(answer.Status, answer.ContentType, answer.Body, keepsAlive, end, answer.Fields);
        return keepsAlive;
    }

    private async Task<ActAnswer> AnswerAsync(RelayedBody body, HttpRequestHead head, ActSession session, string client, CancellationToken end)
    {
        long asked = context.Time.GetTimestamp();
        try
        {
            UpstreamReply reply = await _upstream.AskAsync(body, head, end);
            if (context.Options.OnUpstreamFailure == UpstreamFailure.Error && (reply.Status != 200 || IsError(reply.Body)))
            {
                // The server's own words.
                await body.FinishAsync();
                context.Tally.UpstreamFailed();
                return new ActAnswer(reply.Status, reply.ContentType, reply.Body);
            }

            if (reply.Status != 200)
            {
                throw ProxyError.Of(ProxyCodes.WrongMessage, "upstream", $"the policy server replied with HTTP {reply.Status}");
            }

            await body.FinishAsync();
            ReadOnlyMemory<byte> guarded = session.Guard(reply.Body, context.Time.GetElapsedTime(asked).TotalMilliseconds, out ExchangeReport report);
            context.Tally.Answered(report.Rows, report.Changed);
            context.Tell(client, report, session.LatchCode);
            return new ActAnswer(200, reply.ContentType, guarded, context.Options.Annotates ? Annotation(report) : "");
        }
        catch (DiagnosticException failure) when (body.Fault is null)
        {
            return await StandInAsync(body, session, client, failure);
        }
    }

    private async Task<ActAnswer> StandInAsync(RelayedBody body, ActSession session, string client, DiagnosticException failure)
    {
        await body.FinishAsync();
        context.Tally.UpstreamFailed();
        if (context.Options.OnUpstreamFailure == UpstreamFailure.Error)
        {
            throw failure;
        }

        context.Tell(client, failure.Diagnostics[0]);
        return new ActAnswer(200, "application/json", session.Holding());
    }

    private static bool IsError(ReadOnlySpan<byte> body) => body.Trim(" \t\r\n"u8).SequenceEqual(ErrorBody);

    private static string Annotation(ExchangeReport report) =>
        $"X-Interlock: rows={report.Rows}; passed={report.Passed}; clipped={report.Clipped}; held={report.Held}; stopped={report.Stopped}; "
        + $"shadow={(report.IsShadow ? 1 : 0)}; codes={string.Join(',', report.Codes)}; alarms={string.Join(',', report.Alarms.Select(alarm => alarm.Name))}\r\n";

    private static string Ascii(DiagnosticException failure)
    {
        byte[] bytes = Encoding.ASCII.GetBytes(ProxyError.Line(failure));
        return string.Concat(bytes.Select(letter => letter is < 0x20 or > 0x7e ? '?' : (char)letter));
    }
}
