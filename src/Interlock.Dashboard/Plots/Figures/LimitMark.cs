namespace Interlock.Dashboard.Plots.Figures;

/// <summary>What is allowed: the band between two limits, with a line at each.</summary>
/// <param name="Min">Lower limit; null: there is none.</param>
/// <param name="Max">Upper limit; null: there is none.</param>
public sealed record LimitMark(double? Min, double? Max) : Mark;
