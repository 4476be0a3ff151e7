namespace Interlock.Guard.Alarms;

/// <summary>Mean of the newest values, of fewer at the start. The sum is made anew at every turn of the ring, so errors do not pile up.</summary>
internal sealed class SlidingMean(int window)
{
    // The squares of band deviations of values up to this size stay finite.
    private const double LargestMagnitude = 1e100;

    private readonly double[] _values = new double[window];
    private int _next;
    private int _count;
    private double _sum;

    /// <summary>Takes in a number that is not NaN; infinities count as very large.</summary>
    public double Add(double value)
    {
        double bounded = Math.Clamp(value, -LargestMagnitude, LargestMagnitude);
        _sum += bounded - _values[_next];
        _values[_next] = bounded;
        _count = Math.Min(_count + 1, _values.Length);
        if (++_next == _values.Length)
        {
            _next = 0;
            _sum = Total();
        }

        return _sum / _count;
    }

    public void Reset()
    {
        Array.Clear(_values);
        _next = 0;
        _count = 0;
        _sum = 0;
    }

    private double Total()
    {
        double sum = 0;
        foreach (double value in _values)
        {
            sum += value;
        }

        return sum;
    }
}
