namespace Interlock.Runtime.Worlds;

/// <summary>The first thing that the loop noticed: an alarm of the guard, an action that it refused, or a hold, question or stop of the supervisor.</summary>
/// <param name="Code">Stable code.</param>
/// <param name="Name">Name of the alarm; null for everything else.</param>
/// <param name="Ticks">Control ticks since the onset; since the start where there was no onset.</param>
public sealed record TrialAlarm(string Code, string? Name, long Ticks);
