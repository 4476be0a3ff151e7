namespace Interlock.Runtime.Configuration.Effective;

/// <summary>One line of the block that a run prints at its start.</summary>
/// <param name="Label">Part of the run, for instance <c>policy</c>.</param>
/// <param name="Text">What it is.</param>
public sealed record EffectiveRow(string Label, string Text);
