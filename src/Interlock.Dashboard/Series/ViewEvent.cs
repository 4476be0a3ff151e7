namespace Interlock.Dashboard.Series;

/// <summary>An event of a recording; repeats of one kind, code and channel within a second are one.</summary>
/// <param name="T">The first of them, s since the start of the recording.</param>
/// <param name="Tick">Control tick of the first.</param>
/// <param name="Kind">For example <c>intervention</c>.</param>
/// <param name="Code">Stable code with a page in <c>docs/codes</c>.</param>
/// <param name="Severity"><c>info</c>, <c>warning</c> or <c>error</c>.</param>
/// <param name="Channel">Null when it is not about one.</param>
/// <param name="Value">What was found; null for none.</param>
/// <param name="Limit">What it was held against; null for none.</param>
/// <param name="Unit">Unit of the channel; empty where there is none or it is not known.</param>
/// <param name="Text">One sentence.</param>
/// <param name="Count">How many, 1 or more.</param>
public sealed record ViewEvent(
    double T, long Tick, string Kind, string Code, string Severity, string? Channel, double? Value, double? Limit, string Unit, string Text, long Count);
