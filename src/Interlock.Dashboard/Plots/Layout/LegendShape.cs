namespace Interlock.Dashboard.Plots.Layout;

/// <summary>Samples of the legend.</summary>
internal enum LegendShape
{
    Line,
    Patch,
    Limits,
    Point,
    Tick,
    Event,
}
