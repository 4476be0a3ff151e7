using System.Text;
using Interlock.Core.Diagnostics;
using Interlock.Runtime.Proxies.Connections;
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

    public bool Serve(HttpLink link, HttpRequestHead head, string client, CancellationToken end)
    {
        bool hasBody = head.Body.IsInPieces || head.Body.Bytes is not null;
        if (head.Path != "/act" || head.Method != "POST" || !hasBody)
        {
            int status = head.Path != "/act" ? 404 : head.Method != "POST" ? 405 : 411;
            link.Text(status, "POST /act with a body was expected\n", keepsAlive: false);
            Leave.Wait(link, context.Time);
            return false;
        }

        if (head.Body.Bytes > context.Options.LongestRequestBytes)
        {
            throw ProxyError.Of(ProxyCodes.TooLong, "request", $"a body of {head.Body.Bytes} bytes; {context.Options.LongestRequestBytes} are the most taken");
        }

        if (head.ExpectsContinue)
        {
            link.Raw("HTTP/1.1 100 Continue\r\n\r\n");
        }

        bool keepsAlive;
        ActSession session = _sessions.Take(head, client, end);
        try
        {
            keepsAlive = Exchange(link, head, session, client, end);
        }
        finally
        {
            session.Flush();
            session.Turn.Release();
        }

        if (!keepsAlive)
        {
            Leave.Wait(link, context.Time);
        }

        return keepsAlive;
    }

    public void Dispose()
    {
        _upstream.Dispose();
        _sessions.Dispose();
    }

    private bool Exchange(HttpLink link, HttpRequestHead head, ActSession session, string client, CancellationToken end)
    {
        Deadline limit = new(context.Time, context.Options.ClientTimeout);
        ClientBody body = new(link, head.Body, context.Options.LongestRequestBytes, session.Understand, limit);
        ActAnswer answer;
        try
        {
            answer = Answer(body, link, head, session, client, end);
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
        link.Reply(answer.Status, answer.ContentType, answer.Body.Span, keepsAlive, answer.Fields);
        return keepsAlive;
    }

    private ActAnswer Answer(ClientBody body, HttpLink link, HttpRequestHead head, ActSession session, string client, CancellationToken end)
    {
        long asked = context.Time.GetTimestamp();
        try
        {
            UpstreamReply reply = _upstream.Ask(body, head, link.Watch, end);
            if (context.Options.OnUpstreamFailure == UpstreamFailure.Error && (reply.Status != 200 || IsError(reply.Body)))
            {
                // The server's own words.
                context.Tally.UpstreamFailed();
                return new ActAnswer(reply.Status, reply.ContentType, reply.Body);
            }

            if (reply.Status != 200)
            {
                throw ProxyError.Of(ProxyCodes.WrongMessage, "upstream", $"the policy server replied with HTTP {reply.Status}");
            }

            ReadOnlyMemory<byte> guarded = session.Guard(reply.Body, context.Time.GetElapsedTime(asked).TotalMilliseconds, out ExchangeReport report);
            context.Tally.Answered(report.Rows, report.Changed);
            context.Tell(client, report, session.LatchCode);
            return new ActAnswer(200, reply.ContentType, guarded, context.Options.Annotates ? Annotation(report) : "");
        }
        catch (DiagnosticException failure) when (body.Fault is null)
        {
            return StandIn(body, session, client, failure);
        }
    }

    private ActAnswer StandIn(ClientBody body, ActSession session, string client, DiagnosticException failure)
    {
        body.Finish();
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
