namespace Interlock.Dashboard.Series;

/// <summary>A time in which the clock of the bands ran.</summary>
/// <param name="T0">Beginning, s since the start of the recording.</param>
/// <param name="T1">End, s.</param>
/// <param name="ZeroT">When the clock was at 0, s; the first bin begins there.</param>
public sealed record ViewBandRun(double T0, double T1, double ZeroT);
