using Interlock.Runtime.Configuration.Settings;
using Interlock.Runtime.Telemetry;

namespace Interlock.Cli.Verbs.Telemetry;

/// <summary>Who is told of what, by the flags of a verb.</summary>
/// <param name="Metrics">Where scrapers read; null for nowhere.</param>
/// <param name="Otlp">The collector; null for none.</param>
/// <param name="Alerts">Who is told when something happens.</param>
internal sealed record TelemetryWishes(MetricsListener? Metrics, OtlpSettings? Otlp, IReadOnlyList<AlertSettings> Alerts)
{
    public bool IsAny => Metrics is not null || Otlp is not null || Alerts.Count > 0;
}
