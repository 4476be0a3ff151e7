namespace Interlock.Simulation.Episodes;

/// <summary>No guard: what the policy says is executed.</summary>
public sealed class PassThrough : IActionFilter
{
    /// <inheritdoc />
    public void Begin(ReadOnlySpan<double> measured)
    {
    }

    /// <inheritdoc />
    public void ObserveChunk(ReadOnlySpan<double> actions, int horizon)
    {
    }

    /// <inheritdoc />
    public void Filter(in ProposedAction proposed, Span<double> executed) => proposed.Raw.CopyTo(executed);
}
