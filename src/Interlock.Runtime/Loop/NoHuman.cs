namespace Interlock.Runtime.Loop;

/// <summary>Nobody can take over.</summary>
internal sealed class NoHuman : IHumanInput
{
    public long? AgeNs(long nowNs) => null;

    public bool TryHuman(long nowNs, ReadOnlySpan<double> lastCommand, Span<double> action) => false;

    public bool BlendTowardsPolicy(Span<double> action, ReadOnlySpan<double> lastCommand) => false;

    public void Forget()
    {
    }
}
