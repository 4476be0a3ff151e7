namespace Interlock.Recording.Flight.Writing;

/// <summary>How a session ended, as far as somebody said.</summary>
internal sealed record FlightOutcome(bool? Success, string? Words);
