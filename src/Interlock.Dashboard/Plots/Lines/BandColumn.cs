namespace Interlock.Dashboard.Plots.Lines;

/// <summary>One bucket of a band in px: its centre, its top and its bottom, and its half width.</summary>
internal readonly record struct BandColumn(double X, double Top, double Bottom, double HalfWidth);
