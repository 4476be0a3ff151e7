using Interlock.Recording.Flight.Session;

namespace Interlock.Runtime.Session;

/// <summary>Something that happened, for people.</summary>
/// <param name="MonotonicNs">When.</param>
/// <param name="Level">How much it matters.</param>
/// <param name="Code">Stable code; null for what needs none.</param>
/// <param name="Sentence">With units.</param>
public sealed record Happening(long MonotonicNs, FlightLevel Level, string? Code, string Sentence);
