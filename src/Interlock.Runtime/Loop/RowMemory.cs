using Interlock.Policies;

namespace Interlock.Runtime.Loop;

/// <summary>The rows of one chunk as the policy wrote them.</summary>
internal sealed class RowMemory(int maxValues)
{
    private readonly double[] _rows = new double[maxValues];
    private int _count;
    private int _dimension;

    /// <summary>Policy step of row 0.</summary>
    public long FirstStep { get; private set; }

    public void Clear() => _count = 0;

    public void Take(PolicyChunk chunk)
    {
        chunk.Actions.CopyTo(_rows);
        _count = chunk.Rows;
        _dimension = chunk.Dimension;
        FirstStep = chunk.ObservedAtStep;
    }

    /// <summary>The row of a policy step; empty when the chunk has none for it.</summary>
    public ReadOnlySpan<double> Row(long step)
    {
        long row = step - FirstStep;
        return row >= 0 && row < _count ? _rows.AsSpan((int)row * _dimension, _dimension) : [];
    }
}
