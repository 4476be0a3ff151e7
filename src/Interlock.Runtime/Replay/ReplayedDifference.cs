namespace Interlock.Runtime.Replay;

/// <summary>A step at which a replay does not agree with the recording.</summary>
/// <param name="Tick">Control tick.</param>
/// <param name="Episode">Number of the episode within the session.</param>
/// <param name="RecordedVerdict">Word of the recording.</param>
/// <param name="ReplayedVerdict">Word of the replay.</param>
/// <param name="Channel">First channel whose commands differ; null when only the verdicts do, or only one of the two has a command.</param>
/// <param name="RecordedValue">Its recorded command, channel units.</param>
/// <param name="ReplayedValue">Its replayed command, channel units.</param>
public sealed record ReplayedDifference(
    long Tick, int Episode, string RecordedVerdict, string ReplayedVerdict, string? Channel, double? RecordedValue, double? ReplayedValue);
