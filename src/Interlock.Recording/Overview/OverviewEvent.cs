namespace Interlock.Recording.Overview;

/// <summary>An event, or a run of equal ones.</summary>
/// <param name="TimeS">The first of them, s since the start of the recording.</param>
/// <param name="Tick">Control tick of the first.</param>
/// <param name="Kind">Word of its kind, see <see cref="Flight.Steps.FlightEventKind"/>.</param>
/// <param name="Code">Stable diagnostic code.</param>
/// <param name="Channel">Name of the channel; null when it is not about one.</param>
/// <param name="Value">What the first found; null for none.</param>
/// <param name="Limit">The limit of the first; null for none.</param>
/// <param name="Count">How many of this kind, code and channel came within one second of the first, itself included.</param>
public sealed record OverviewEvent(double TimeS, long Tick, string Kind, string Code, string? Channel, double? Value, double? Limit, long Count);
