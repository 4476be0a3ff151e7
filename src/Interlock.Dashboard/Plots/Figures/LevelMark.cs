namespace Interlock.Dashboard.Plots.Figures;

/// <summary>A level across the whole panel: a calibrated threshold or a wanted coverage.</summary>
/// <param name="Value">Where, on the vertical axis.</param>
public sealed record LevelMark(double Value) : Mark;
