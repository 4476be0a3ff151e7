using Interlock.Policies;

namespace Interlock.Runtime.Loop;

/// <summary>The rows of the newest chunk as the policy wrote them, for the recording and for the age of an action.</summary>
internal sealed class ChunkInUse(int maxValues)
{
    private readonly double[] _rows = new double[maxValues];
    private int _rowCount;
    private int _dimension;

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

    public void Clear() => IsKnown = false;

    public void Take(PolicyChunk chunk, long nowNs, long nextStep, double policyPeriodNs)
    {
        chunk.Actions.CopyTo(_rows);
        _rowCount = chunk.Rows;
        _dimension = chunk.Dimension;
        ObservedAtStep = chunk.ObservedAtStep;
        ObservedAtNs = chunk.ObservedAtNs;
        LatencyNs = nowNs - chunk.ObservedAtNs;
        LagNs = Math.Max(0, LatencyNs - (long)((nextStep - chunk.ObservedAtStep) * policyPeriodNs));
        IsKnown = true;
    }

    /// <summary>The row that is meant for a policy step; empty when there is none.</summary>
    public ReadOnlySpan<double> RowFor(double step)
    {
        double row = Math.Floor(step) - ObservedAtStep;
        return IsKnown && row >= 0 && row < _rowCount ? _rows.AsSpan((int)row * _dimension, _dimension) : [];
    }
}
