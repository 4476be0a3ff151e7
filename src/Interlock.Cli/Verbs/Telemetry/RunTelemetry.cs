using Interlock.Cli.Verbs.Run;
using Interlock.Runtime.Configuration;
using Interlock.Runtime.Live;
using Interlock.Runtime.Session;
using Interlock.Runtime.Telemetry;

namespace Interlock.Cli.Verbs.Telemetry;

/// <summary>Telemetry of one run: scrapers, a collector, alerts.</summary>
internal sealed class RunTelemetry : IDisposable
{
    private readonly TelemetryService _service;
    private readonly OtlpExport? _export;

    private RunTelemetry(VerbHost host, RunFile file, TelemetryOptions options)
    {
        _export = file.Settings.Telemetry?.Otlp is { } otlp ? new OtlpExport(otlp, file.Settings.Name, options.SoftwareVersion) : null;
        try
        {
            _service = new TelemetryService(options, host.Clock);
        }
        catch
        {
            _export?.Dispose();
            throw;
        }

        if (_service.MetricsEndpoint is { } endpoint)
        {
            host.Error.WriteLine($"metrics on http://{endpoint}/metrics");
        }
    }

    /// <summary>Null when the file asks for none.</summary>
    public static RunTelemetry? Open(VerbHost host, RunFile file) => TelemetrySetup.Options(file, host.Error, host.Clock) is { } options
        ? new RunTelemetry(host, file, options with { SoftwareVersion = SoftwareVersion.Text })
        : null;

    /// <summary>The report, which tells alerts on the way.</summary>
    public static IRunReport Around(RunTelemetry? telemetry, IRunReport report) =>
        telemetry is null ? report : new AlertingReport(report, telemetry._service);

    public void Watch(RunSession session, LiveFeed? feed)
    {
        _service.Watch(session);
        if (feed is not null)
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
