namespace Interlock.Dashboard.Plots.Axes;

/// <summary>One tick: where, and what stands there.</summary>
internal readonly record struct AxisTick(double Value, string Text);
