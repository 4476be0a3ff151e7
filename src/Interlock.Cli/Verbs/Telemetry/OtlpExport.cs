using Interlock.Runtime.Configuration.Settings;
using Interlock.Runtime.Telemetry;
using OpenTelemetry;
using OpenTelemetry.Exporter;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;

namespace Interlock.Cli.Verbs.Telemetry;

/// <summary>Exports the meter to an OpenTelemetry collector, from the exporter's own thread. A collector that is away costs nothing but its values.</summary>
internal sealed class OtlpExport : IDisposable
{
    private const string MetricsPath = "v1/metrics";
    private const double MsPerS = 1e3;

    // For the last values, when the collector does not answer.
    private const int FarewellMs = 1500;

    private readonly MeterProvider _provider;

    public OtlpExport(OtlpSettings settings, string run, string? version)
    {
        _provider = Sdk.CreateMeterProviderBuilder()
            .ConfigureResource(resource => resource
                .AddService("interlock", serviceVersion: version, autoGenerateServiceInstanceId: false, serviceInstanceId: run))
            .AddMeter(TelemetryService.MeterName)
            .AddOtlpExporter((exporter, reader) =>
            {
                exporter.Protocol = settings.Protocol == OtlpProtocol.Grpc ? OtlpExportProtocol.Grpc : OtlpExportProtocol.HttpProtobuf;
                exporter.Endpoint = EndpointOf(settings);
                reader.PeriodicExportingMetricReaderOptions.ExportIntervalMilliseconds = (int)(settings.IntervalS * MsPerS);
                reader.PeriodicExportingMetricReaderOptions.ExportTimeoutMilliseconds = FarewellMs;
            })
            .Build();
    }

    public void Dispose()
    {
        _provider.Shutdown(FarewellMs);
        _provider.Dispose();
    }

    // Over HTTP the signal has a path of its own below the collector's address, unless a path is stated.
    private static Uri EndpointOf(OtlpSettings settings)
    {
        Uri address = new(settings.Endpoint);
        return settings.Protocol == OtlpProtocol.HttpProtobuf && address.AbsolutePath == "/" ? new Uri(address, MetricsPath) : address;
    }
}
