using Interlock.Runtime.Proxies;
using Interlock.Runtime.Telemetry;

namespace Interlock.Cli.Verbs.Telemetry;

/// <summary>Telemetry of one proxy: scrapers, a collector, alerts.</summary>
internal sealed class ProxyTelemetry : IDisposable
{
    private readonly TelemetryService _service;
    private readonly OtlpExport? _export;

    private ProxyTelemetry(VerbHost host, ProxyOptions options, TelemetryWishes wishes)
    {
        _service = new TelemetryService(
            new TelemetryOptions
            {
                Metrics = wishes.Metrics,
                Alerts = TelemetrySetup.Routes(wishes.Alerts, Path.GetFullPath, host.Error, host.Clock),
                Source = options.Contract.Name,
                SoftwareVersion = SoftwareVersion.Text,
                OnTrouble = host.Error.WriteLine,
            },
            host.Clock);
        _export = wishes.Otlp is { } otlp ? new OtlpExport(otlp, options.Contract.Name, SoftwareVersion.Text) : null;
        if (_service.MetricsEndpoint is { } endpoint)
        {
            host.Error.WriteLine($"metrics on http://{endpoint}/metrics");
        }
    }

    /// <summary>Null when nobody is told.</summary>
    /// <exception cref="Core.Diagnostics.DiagnosticException">RT260, RT261: it cannot listen; RT263: the address of a webhook is missing or must not be used.</exception>
    public static ProxyTelemetry? Open(VerbHost host, ProxyOptions options, TelemetryWishes wishes) => wishes.IsAny ? new ProxyTelemetry(host, options, wishes) : null;

    /// <summary>The options, which tell alerts on the way.</summary>
    public static ProxyOptions Around(ProxyTelemetry? telemetry, ProxyOptions options) => telemetry is null ? options : options with
    {
        OnEvent = happened =>
        {
            telemetry._service.Tell(happened);
            options.OnEvent?.Invoke(happened);
        },
    };

    public void Watch(ProxyServer server, ProxyOptions options)
    {
        _service.Watch(server, options.Protocol);
        if (options.Live is { } feed)
        {
            _service.Watch(feed);
        }
    }

    public void Dispose()
    {
        _service.Refresh();
        _export?.Dispose();
        _service.Dispose();
    }
}
