namespace Interlock.Policies.Local;

/// <summary>A place to be at a time, at rest.</summary>
/// <param name="Name">Name for people.</param>
/// <param name="AtS">Time since the start of the episode, or of the round when the script repeats, in s; above 0.</param>
/// <param name="Position">One value per channel of the script, in channel units.</param>
public sealed record Waypoint(string Name, double AtS, IReadOnlyList<double> Position);
