using System.Net;
using System.Net.Http.Headers;

namespace Interlock.Runtime.Telemetry.Alerts.Sinks;

/// <summary>
/// Posts each alert as JSON: <c>text</c>, which Slack and its likes show, and fields for programs. The address is a secret and appears nowhere;
/// redirections are not followed, and of the answer only the status is read.
/// </summary>
public sealed class WebhookSink : IAlertSink, IDisposable
{
    private readonly Uri _address;
    private readonly TimeProvider _time;
    private readonly TimeSpan _timeout;
    private readonly HttpClient _client;

    /// <param name="address">As <see cref="WebhookAddress"/> allows it.</param>
    /// <param name="time">Clock of <paramref name="timeout"/>.</param>
    /// <param name="timeout">Longest time for one attempt.</param>
    public WebhookSink(Uri address, TimeProvider time, TimeSpan timeout)
    {
        _address = address;
        _time = time;
        _timeout = timeout;
        _client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, UseProxy = !address.IsLoopback }, disposeHandler: true)
        {
            Timeout = Timeout.InfiniteTimeSpan,
        };
    }

    /// <inheritdoc />
    public async ValueTask SendAsync(AlertNotice notice, CancellationToken cancellation)
    {
        using CancellationTokenSource late = new(_timeout, _time);
        using CancellationTokenSource either = CancellationTokenSource.CreateLinkedTokenSource(late.Token, cancellation);
        using HttpRequestMessage request = new(HttpMethod.Post, _address) { Content = new ByteArrayContent(NoticeJson.Of(notice, Slack(notice.Text))) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json") { CharSet = "utf-8" };
        HttpStatusCode status;
        try
        {
            using HttpResponseMessage response = await _client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, either.Token);
            status = response.StatusCode;
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            throw new AlertSinkException($"no answer within {_timeout.TotalSeconds:0.#} s", mayTryAgain: true);
        }
        catch (HttpRequestException failure)
        {
            // Its message may hold the host.
            throw new AlertSinkException($"it cannot be reached ({failure.HttpRequestError})", mayTryAgain: true);
        }

        Judge((int)status);
    }

    /// <inheritdoc />
    public void Dispose() => _client.Dispose();

    private static void Judge(int status)
    {
        if (status is < 200 or > 299)
        {
            bool isBusy = status is 408 or 429 or >= 500;
            string what = status is >= 300 and <= 399 ? "it answers with a redirection, which is not followed" : "it refuses";
            throw new AlertSinkException($"{what} (HTTP {status})", isBusy);
        }
    }

    // What Slack takes for mentions and links stays text.
    private static string Slack(string text) => text.Replace("&", "&amp;").Replace("<", "&lt;").Replace(">", "&gt;");
}
