namespace Interlock.Recording.Flight.Reading;

/// <summary>A recorded event.</summary>
/// <param name="MonotonicNs">When: monotonic time, ns.</param>
/// <param name="Tick">Control tick.</param>
/// <param name="Kind">Word of its kind, for example <c>intervention</c>; see <see cref="Steps.FlightEventKind"/>.</param>
/// <param name="Code">Stable diagnostic code.</param>
/// <param name="PolicyStep">Place on the policy's scale of steps.</param>
/// <param name="Channel">Name of the channel, for an alarm of the monitor; null when it is not about one.</param>
/// <param name="Value">What was found; null for none.</param>
/// <param name="Limit">The limit it was held against; null for none.</param>
public sealed record RecordedEvent(
    long MonotonicNs, long Tick, string Kind, string Code, double PolicyStep, string? Channel, double? Value, double? Limit);
