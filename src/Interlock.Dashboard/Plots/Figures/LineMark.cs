namespace Interlock.Dashboard.Plots.Figures;

/// <summary>A line through points; a NaN interrupts it.</summary>
/// <param name="X">Places on the horizontal axis, ascending.</param>
/// <param name="Y">Values, as many.</param>
public sealed record LineMark(ReadOnlyMemory<double> X, ReadOnlyMemory<double> Y) : Mark
{
    /// <summary>Whether a value is kept until the next point (a command) and not joined to it; default false.</summary>
    public bool IsStep { get; init; }
}
