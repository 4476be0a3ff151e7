namespace Interlock.Core.Contract;

/// <summary>How old an action may be when it is executed.</summary>
/// <param name="MaxAgeMs">Largest age, in milliseconds.</param>
/// <param name="OnStale">Reaction to an older action.</param>
public sealed record Watchdog(double MaxAgeMs, StopReaction OnStale = StopReaction.Hold);
