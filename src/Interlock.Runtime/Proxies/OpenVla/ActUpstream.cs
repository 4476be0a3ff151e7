using System.Net.Http.Headers;
using Interlock.Core.Diagnostics;
using Interlock.Runtime.Proxies.Http;
using Interlock.Runtime.Proxies.Serving;

namespace Interlock.Runtime.Proxies.OpenVla;

/// <summary>Asks the policy server. A request that is given up takes its connection with it, so that a late reply reaches nobody.</summary>
internal sealed class ActUpstream(ProxyContext context) : IDisposable
{
    private static readonly string[] SentOn = ["Authorization", "User-Agent", "Accept"];

    private readonly HttpClient _http = new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        UseProxy = false,
        ConnectTimeout = context.Options.ConnectTimeout,
        MaxConnectionsPerServer = int.MaxValue,
        ActivityHeadersPropagator = null,
    })
    {
        Timeout = Timeout.InfiniteTimeSpan,
    };

    private int _hasAnswered;

    /// <summary>Sends a request on and reads the whole reply.</summary>
    /// <exception cref="DiagnosticException">RT208, RT209, RT210, RT213, or what is wrong with the request.</exception>
    public async Task<UpstreamReply> AskAsync(RelayedBody body, HttpRequestHead head, CancellationToken end)
    {
        using HttpRequestMessage message = Message(body, head);
        using TimeLimit limit = new(_hasAnswered == 0 ? context.Options.FirstReplyTimeout : context.Options.ReplyTimeout, context.Time, end);
        try
        {
            using HttpResponseMessage response = await _http.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, limit.Token);
            byte[] whole = await ReadAsync(response, limit.Token);
            _hasAnswered = 1;
            return new UpstreamReply((int)response.StatusCode, response.Content.Headers.ContentType?.ToString() ?? "application/json", whole);
        }
        catch (OperationCanceledException) when (limit.IsOver)
        {
            throw body.Fault ?? limit.Silent("did not answer");
        }
        catch (Exception failure) when (failure is HttpRequestException or IOException or OperationCanceledException && !end.IsCancellationRequested)
        {
            throw body.Fault ?? Refusal(failure);
        }
    }

    public void Dispose() => _http.Dispose();

    private DiagnosticException Refusal(Exception failure) => failure is HttpRequestException { HttpRequestError: HttpRequestError.ConnectionError }
        ? ProxyError.Of(ProxyCodes.Unreachable, "upstream", $"not connected to {context.Options.Upstream}: {failure.GetBaseException().Message}", "is the policy server running?")
        : ProxyError.Of(ProxyCodes.Cut, "upstream", $"the policy server broke off: {failure.GetBaseException().Message}");

    private HttpRequestMessage Message(RelayedBody body, HttpRequestHead head)
    {
        HttpRequestMessage message = new(HttpMethod.Post, context.Options.Upstream) { Content = body };
        body.Headers.ContentType = MediaTypeHeaderValue.TryParse(head["Content-Type"], out MediaTypeHeaderValue? type) ? type : null;
        foreach (string field in SentOn.Where(field => field != "Authorization" || !context.Token.IsAsked))
        {
            if (head[field] is { } value)
            {
                message.Headers.TryAddWithoutValidation(field, value);
            }
        }

        return message;
    }

    private async Task<byte[]> ReadAsync(HttpResponseMessage response, CancellationToken cancellation)
    {
        int most = context.Options.LongestReplyBytes;
        byte[] bytes = new byte[Math.Clamp(response.Content.Headers.ContentLength ?? 4096, 1, Math.Min(most, 1 << 20))];
        int count = 0;
        using Stream stream = await response.Content.ReadAsStreamAsync(cancellation);
        while (await stream.ReadAsync(bytes.AsMemory(count), cancellation) is var read and > 0)
        {
            count += read;
            if (count == bytes.Length && count != response.Content.Headers.ContentLength)
            {
                Array.Resize(ref bytes, count < most ? (int)Math.Min(2L * count, most) : throw ProxyError.Of(
                    ProxyCodes.TooLong, "upstream", $"a reply of more than {most} bytes, which is the most taken"));
            }
            else if (count == bytes.Length)
            {
                break;
            }
        }

        return bytes[..count];
    }
}
