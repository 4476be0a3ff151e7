namespace Interlock.Dashboard.Plots.Figures;

/// <summary>A level across the whole panel: a calibrated threshold or a wanted coverage.</summary>
/// <param name="Value">Where, on the vertical axis.</param>
public sealed record LevelMark(double Value) : Mark
{
    /// <summary>Whether <see cref="Value"/> is on the horizontal axis and the line upright; default false.</summary>
    public bool IsUpright { get; init; }
}
