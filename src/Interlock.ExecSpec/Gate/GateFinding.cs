namespace Interlock.ExecSpec.Gate;

/// <summary>The outcome of one check about one thing.</summary>
/// <param name="Code">EX001 to EX080.</param>
/// <param name="Status">What came of it.</param>
/// <param name="Subject">What was looked at: a channel, a file, a field.</param>
/// <param name="Text">One sentence for a person, without a final full stop.</param>
/// <param name="Expected">What is certified, as text; null where there is nothing to compare.</param>
/// <param name="Observed">What runs, as text.</param>
public sealed record GateFinding(
    string Code, GateStatus Status, string Subject, string Text, string? Expected = null, string? Observed = null);
