namespace Interlock.Runtime.Proxies.Guarding;

/// <summary>Where a row stands.</summary>
/// <param name="number">In its chunk.</param>
/// <param name="state">State of the request, contract order; empty when unknown.</param>
/// <param name="before">Command before the row, absolute; empty when unknown.</param>
internal readonly ref struct RowToWrite(int number, ReadOnlySpan<double> state, ReadOnlySpan<double> before)
{
    public int Number { get; } = number;

    public ReadOnlySpan<double> State { get; } = state;

    public ReadOnlySpan<double> Before { get; } = before;
}
