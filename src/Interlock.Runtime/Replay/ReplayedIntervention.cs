using Interlock.Guard;

namespace Interlock.Runtime.Replay;

/// <summary>An intervention of the replayed guard, at the step at which it began.</summary>
/// <param name="Tick">Control tick.</param>
/// <param name="Episode">Number of the episode within the session.</param>
/// <param name="Verdict">What was done with the action.</param>
/// <param name="Code">Stable code, GD.</param>
/// <param name="Channel">Name of the channel; null when the whole action is meant.</param>
/// <param name="Value">What was asked, in channel units; for measured quantities what was measured. NaN where there is no number.</param>
/// <param name="Limit">The limit that was crossed, in <paramref name="Unit"/>; NaN where there is no number.</param>
/// <param name="Unit">Unit of the limit as the contract states it.</param>
/// <param name="Sentence">The same in words.</param>
public sealed record ReplayedIntervention(
    long Tick, int Episode, Verdict Verdict, string Code, string? Channel, double Value, double Limit, string Unit, string Sentence);
