namespace Interlock.Policies.Onnx.Binding;

/// <summary>The actions of the last answer, kept for the one after it.</summary>
internal sealed class LastAnswer(int dimension, int mostRows)
{
    private readonly double[] _values = new double[mostRows * dimension];
    private long _firstStep;
    private int _rows;

    public void Forget() => _rows = 0;

    public void Keep(PolicyChunk chunk)
    {
        chunk.Actions.CopyTo(_values);
        _firstStep = chunk.ObservedAtStep;
        _rows = chunk.Rows;
    }

    /// <summary>The row meant for a step, the last one for a later step; empty when nothing was answered for it.</summary>
    public ReadOnlySpan<double> At(long step)
    {
        long row = Math.Min(step - _firstStep, _rows - 1);
        return row < 0 ? [] : _values.AsSpan((int)row * dimension, dimension);
    }
}
