using System.Net;
using Interlock.Core.Text;
using Interlock.Runtime.Configuration.Settings;
using Interlock.Runtime.Telemetry;

namespace Interlock.Runtime.Configuration.Rules;

/// <summary>Who is told of a run has to be reachable, and who reads it has to be let in.</summary>
internal static class TelemetryRules
{
    public static void Check(TelemetrySettings? telemetry, RuleReport report)
    {
        if (telemetry?.Metrics is { } metrics)
        {
            CheckListen(metrics, report);
        }

        if (telemetry?.Otlp is { } otlp && !(Uri.TryCreate(otlp.Endpoint, UriKind.Absolute, out Uri? address) && address.Scheme is "http" or "https"))
        {
            report.Error(TelemetryCodes.Collector, "telemetry.otlp.endpoint", $"{Quoted.Of(otlp.Endpoint)} is no address of a collector", "it begins with http:// or https://");
        }

        for (int i = 0; i < telemetry?.Alerts.Count; i++)
        {
            CheckSink(telemetry.Alerts[i], $"telemetry.alerts[{i}]", report);
        }
    }

    private static void CheckListen(MetricsSettings metrics, RuleReport report)
    {
        const string Key = "telemetry.metrics.listen";
        if (!IPEndPoint.TryParse(metrics.Listen, out IPEndPoint? endpoint) || !metrics.Listen.Contains(':'))
        {
            report.Error(TelemetryCodes.Listen, Key, $"{Quoted.Of(metrics.Listen)} is no address with a port", "for instance 127.0.0.1:9464");
        }
        else if (!IPAddress.IsLoopback(endpoint.Address) && metrics.TokenFile is null)
        {
            report.Error(
                TelemetryCodes.Listen, Key, $"{metrics.Listen} can be reached from other machines, and no token is asked for", "add telemetry.metrics.token_file, or listen on 127.0.0.1");
        }
    }

    private static void CheckSink(AlertSettings alert, string key, RuleReport report)
    {
        string sink = EnumWord.Of(alert.Sink);
        bool isFile = alert.Sink == AlertSinkKind.File;
        bool isWebhook = alert.Sink == AlertSinkKind.Webhook;
        if (isFile != alert.Path is not null)
        {
            report.Error(TelemetryCodes.SinkKeys, $"{key}.path", isFile ? "a file sink needs path" : $"a {sink} sink takes no path", isFile ? "name the file" : "remove it");
        }

        int addresses = (alert.AddressFile is null ? 0 : 1) + (alert.AddressVariable is null ? 0 : 1);
        if (isWebhook && addresses != 1)
        {
            report.Error(TelemetryCodes.SinkKeys, key, "a webhook sink needs one of address_file and address_variable", "the address is a secret and does not belong into this file");
        }
        else if (!isWebhook && addresses > 0)
        {
            report.Error(TelemetryCodes.SinkKeys, key, $"a {sink} sink has no address", "remove address_file and address_variable");
        }
    }
}
