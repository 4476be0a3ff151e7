namespace Interlock.Dashboard.Plots.Figures;

/// <summary>A filled area between two curves, for example an interval around an estimate; a NaN interrupts it.</summary>
/// <param name="X">Places on the horizontal axis, ascending.</param>
/// <param name="Low">Lower curve.</param>
/// <param name="High">Upper curve.</param>
public sealed record AreaMark(ReadOnlyMemory<double> X, ReadOnlyMemory<double> Low, ReadOnlyMemory<double> High) : Mark;
