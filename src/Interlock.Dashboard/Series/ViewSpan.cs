namespace Interlock.Dashboard.Series;

/// <summary>A part of a strip.</summary>
/// <param name="T0">Beginning, s since the start of the recording.</param>
/// <param name="T1">End, s.</param>
/// <param name="Value">The word as recorded.</param>
/// <param name="Text">For people.</param>
/// <param name="Hidden">Changes inside that are too many to show; 0 for none.</param>
public sealed record ViewSpan(double T0, double T1, string Value, string Text, int Hidden);
