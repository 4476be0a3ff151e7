using System.Net;
using Interlock.Core.Diagnostics;
using Interlock.Runtime.Proxies.Http;

namespace Interlock.Runtime.Telemetry.Exposition;

/// <summary>One request, one answer, one connection.</summary>
internal sealed class MetricsAnswer(MetricsListener settings, Func<ExpositionFormat, string> text)
{
    private const string Path = "/metrics";
    private const string Method = "GET";
    private const string Plain = "text/plain; charset=utf-8";

    private readonly AccessToken _token = new(settings.Token);
    private readonly bool _isLoopback = IPAddress.IsLoopback(settings.Listen.Address);

    public async Task ServeAsync(ScrapeLink link, CancellationToken cancellation)
    {
        HttpRequestHead? head;
        try
        {
            head = await link.HeadAsync(cancellation);
        }
        catch (DiagnosticException)
        {
            await link.ReplyAsync(400, Plain, "This is no request that is understood here.\n", "", cancellation);
            return;
        }

        if (head is not null)
        {
            await AnswerAsync(link, head, cancellation);
        }
    }

    private async Task AnswerAsync(ScrapeLink link, HttpRequestHead head, CancellationToken cancellation)
    {
        (int Status, string Text)? refusal =
            head.Method != Method ? (405, "Only GET.\n")
            : !IsHostKnown(head) ? (400, "The name of the host is not this machine's.\n")
            : !_token.Admits(head) ? (401, "Authorization: Bearer … is asked for.\n")
            : head.Path != Path ? (404, "The metrics are at /metrics.\n")
            : null;
        if (refusal is { } refused)
        {
            string fields = refused.Status == 405 ? "Allow: GET\r\n" : "";
            await link.ReplyAsync(refused.Status, Plain, refused.Text, fields, cancellation);
            return;
        }

        ExpositionFormat format = FormatOf(head["Accept"]);
        await link.ReplyAsync(200, ExpositionText.ContentTypeOf(format), text(format), "", cancellation);
    }

    private static ExpositionFormat FormatOf(string? accept) =>
        accept?.Contains("application/openmetrics-text", StringComparison.OrdinalIgnoreCase) == true ? ExpositionFormat.OpenMetrics : ExpositionFormat.Prometheus;

    // On loopback a website could point a name of its own here; elsewhere the token keeps it out.
    private bool IsHostKnown(HttpRequestHead head)
    {
        if (!_isLoopback)
        {
            return true;
        }

        string host = head["Host"] ?? "";
        return IPEndPoint.TryParse(host, out IPEndPoint? address) ? IPAddress.IsLoopback(address.Address)
            : host.Split(':')[0].Equals("localhost", StringComparison.OrdinalIgnoreCase);
    }
}
