using Interlock.Runtime.Proxies;
using Interlock.Runtime.Telemetry;

namespace Interlock.Cli.Verbs.Telemetry;

/// <summary>Metrics of a proxy.</summary>
internal static class ProxyTelemetry
{
    /// <summary>Null when nobody reads.</summary>
    public static TelemetryService? Open(VerbHost host, ProxyServer server, ProxyOptions options, MetricsListener? metrics)
    {
        if (metrics is null)
        {
            return null;
        }

        TelemetryService service = new(
            new TelemetryOptions { Metrics = metrics, Source = options.Contract.Name, SoftwareVersion = SoftwareVersion.Text, OnTrouble = host.Error.WriteLine }, host.Clock);
        service.Watch(server, options.Protocol);
        if (options.Live is { } feed)
        {
            service.Watch(feed);
        }

        host.Error.WriteLine($"metrics on http://{service.MetricsEndpoint}/metrics");
        return service;
    }
}
