namespace Interlock.Dashboard.Plots.Figures;

/// <summary>Points with intervals.</summary>
/// <param name="X">Places on the horizontal axis.</param>
/// <param name="Y">Values, as many; NaN: no point.</param>
public sealed record PointMark(ReadOnlyMemory<double> X, ReadOnlyMemory<double> Y) : Mark
{
    /// <summary>Lower ends of the intervals; empty: none.</summary>
    public ReadOnlyMemory<double> Low { get; init; }

    /// <summary>Upper ends of the intervals; empty: none.</summary>
    public ReadOnlyMemory<double> High { get; init; }

    /// <summary>Whether the intervals lie along the horizontal axis; default false.</summary>
    public bool IsSideways { get; init; }
}
