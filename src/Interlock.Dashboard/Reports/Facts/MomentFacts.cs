namespace Interlock.Dashboard.Reports.Facts;

/// <summary>A moment worth looking at.</summary>
/// <param name="T">s since the start of the recording.</param>
/// <param name="Tick">Control tick.</param>
/// <param name="Why">Why it is among the worst.</param>
/// <param name="Margin">Margin there, a fraction of the nearest limit's span; null where none was computed.</param>
/// <param name="Channel">The channel that is shown; null for none.</param>
/// <param name="Values">Numbers of that channel at that step.</param>
/// <param name="Events">What happened within 2 s of it.</param>
/// <param name="Camera">The camera whose still is shown; null for none.</param>
/// <param name="StillAgeS">How much older than the moment the still is, s; null for none.</param>
internal sealed record MomentFacts(
    double T, long Tick, string Why, double? Margin, string? Channel, MomentValues? Values, IReadOnlyList<EventFacts> Events, string? Camera, double? StillAgeS);
