using Interlock.Policies;

namespace Interlock.Runtime.Loop;

/// <summary>The rows of the newest chunk as the policy wrote them, for the recording and for the age of an action.</summary>
internal sealed class ChunkInUse(int maxValues)
{
    private RowMemory _newest = new(maxValues);
    private RowMemory _before = new(maxValues);

    /// <summary>Policy step of row 0.</summary>
    public long ObservedAtStep { get; private set; }

    /// <summary>When its state was measured: monotonic, ns.</summary>
    public long ObservedAtNs { get; private set; }

    /// <summary>From the observation to its first executed action, ns.</summary>
    public long LatencyNs { get; private set; }

    /// <summary>How much later than meant its first executed action ran, ns; 0 when rows were skipped for the whole delay.</summary>
    public long LagNs { get; private set; }

    /// <summary>False before the first chunk and after <see cref="Clear"/>.</summary>
    public bool IsKnown { get; private set; }

    public void Clear()
    {
        IsKnown = false;
        _newest.Clear();
        _before.Clear();
    }

    public void Take(PolicyChunk chunk, long nowNs, long nextStep, double policyPeriodNs)
    {
        (_newest, _before) = (_before, _newest);
        _newest.Take(chunk);
        ObservedAtStep = chunk.ObservedAtStep;
        ObservedAtNs = chunk.ObservedAtNs;
        LatencyNs = nowNs - chunk.ObservedAtNs;
        LagNs = Math.Max(0, LatencyNs - (long)((nextStep - chunk.ObservedAtStep) * policyPeriodNs));
        IsKnown = true;
    }

    /// <summary>The row that is meant for a policy step, of the chunk before where the newest begins later; empty when there is none.</summary>
    public ReadOnlySpan<double> RowFor(double step)
    {
        long whole = (long)Math.Floor(step);
        return !IsKnown ? [] : whole >= _newest.FirstStep ? _newest.Row(whole) : _before.Row(whole);
    }
}
