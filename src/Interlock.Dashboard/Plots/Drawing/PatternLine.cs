namespace Interlock.Dashboard.Plots.Drawing;

/// <summary>Directions of the lines of a pattern.</summary>
internal enum PatternLine
{
    Level,
    Upright,
    Rising,
    Falling,
}
