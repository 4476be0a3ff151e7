namespace Interlock.Recording.Overview;

/// <summary>A moment at which the margin to the limits was small.</summary>
/// <param name="TimeS">s since the start of the recording.</param>
/// <param name="Tick">Control tick.</param>
/// <param name="Margin">Distance to the nearest limit as a fraction of that limit's span; NaN, which counts as the worst, where it was no number.</param>
/// <param name="Channel">Channel of an event of the same tick; null when there was none.</param>
public sealed record OverviewMoment(double TimeS, long Tick, double Margin, string? Channel);
