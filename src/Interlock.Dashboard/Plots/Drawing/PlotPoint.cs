namespace Interlock.Dashboard.Plots.Drawing;

/// <summary>A place in the picture in px, right and down from its upper left corner.</summary>
internal readonly record struct PlotPoint(double X, double Y);
