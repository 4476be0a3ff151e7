namespace Interlock.Dashboard.Plots.Recipes;

/// <summary>A curve with its name and, where known, an interval at each point.</summary>
/// <param name="Name">Its word in the legend.</param>
/// <param name="X">Horizontal values, ascending.</param>
/// <param name="Y">Vertical values, as many; NaN: not known.</param>
public sealed record NamedCurve(string Name, ReadOnlyMemory<double> X, ReadOnlyMemory<double> Y)
{
    /// <summary>Lower ends of the intervals; empty: none.</summary>
    public ReadOnlyMemory<double> Low { get; init; }

    /// <summary>Upper ends of the intervals; empty: none.</summary>
    public ReadOnlyMemory<double> High { get; init; }
}
