namespace Interlock.Core.Contract;

/// <summary>Stops when the guard has to change commands by a lot for several steps on end.</summary>
/// <param name="MaxClipFraction">Largest change of a channel relative to its span (0 to 1) that does not count.</param>
/// <param name="ForSteps">Number of consecutive steps above it that triggers the reaction.</param>
/// <param name="Then">The reaction.</param>
public sealed record Escalation(double MaxClipFraction, int ForSteps, StopReaction Then = StopReaction.Stop);
