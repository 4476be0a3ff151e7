namespace Interlock.Policies.Wire;

/// <summary>What was decoded into a span of actions, row after row.</summary>
/// <param name="Rows">Actions in the chunk, 0 or more.</param>
/// <param name="Columns">Numbers per action.</param>
/// <param name="NonFinite">How many of the numbers are NaN or infinite. They are in the span as they came.</param>
public readonly record struct ActionBlock(int Rows, int Columns, int NonFinite);
