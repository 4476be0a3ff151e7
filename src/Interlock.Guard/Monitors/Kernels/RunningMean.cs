namespace Interlock.Guard.Monitors.Kernels;

/// <summary>Mean of everything added since the last reset; NaN before the first value.</summary>
internal struct RunningMean
{
    private double _sum;

    public long Count { get; private set; }

    public readonly double Value => Count == 0 ? double.NaN : _sum / Count;

    /// <summary>√ of the mean; the root mean square when squares were added.</summary>
    public readonly double Root => Math.Sqrt(Value);

    public void Add(double value)
    {
        _sum += value;
        Count++;
    }

    /// <summary>Adds a sum of <paramref name="count"/> values.</summary>
    public void Add(double sum, long count)
    {
        _sum += sum;
        Count += count;
    }

    public void Reset() => this = default;
}
