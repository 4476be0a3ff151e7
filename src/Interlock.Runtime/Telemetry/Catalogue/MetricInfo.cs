namespace Interlock.Runtime.Telemetry.Catalogue;

/// <summary>One metric.</summary>
/// <param name="Name">As OpenTelemetry names it: <c>interlock.loop.lateness</c>.</param>
/// <param name="Kind">How its values belong together.</param>
/// <param name="Unit">UCUM: <c>s</c>, <c>By</c>, <c>1</c> for a share, <c>{tick}</c> for things counted.</param>
/// <param name="Meaning">One sentence.</param>
/// <param name="Labels">Names of its attributes; their values come from closed sets (<see cref="MetricCatalogue"/>).</param>
public sealed record MetricInfo(string Name, MetricKind Kind, string Unit, string Meaning, params IReadOnlyList<string> Labels)
{
    /// <summary>Upper ends of a histogram's buckets in <see cref="Unit"/>, ascending, without infinity; empty for other kinds.</summary>
    public IReadOnlyList<double> Bounds { get; init; } = [];
}
