using System.Runtime.CompilerServices;

namespace Interlock.Guard.Calibration.Numerics;

/// <summary>The largest values of a stream, exactly, in memory for four times their number.</summary>
internal sealed class TopValues
{
    private const int SlackFactor = 4;
    private const int SmallestBuffer = 64;

    private readonly int _keep;
    private double[] _buffer;
    private int _count;

    /// <param name="keep">How many of the largest values are kept at least.</param>
    public TopValues(int keep)
    {
        _keep = keep;
        _buffer = new double[Math.Max(SmallestBuffer, SlackFactor * keep)];
    }

    /// <summary>Values seen.</summary>
    public long Seen { get; private set; }

    /// <summary>Values up to this one no longer matter.</summary>
    public double Threshold { get; private set; } = double.NegativeInfinity;

    /// <summary>Every value above this one was kept; what lies at or below it may have been dropped.</summary>
    private double _completeAbove = double.NegativeInfinity;

    /// <summary>Takes in a value without counting it; see <see cref="Count"/>. Returns the threshold.</summary>
    public double Offer(double value)
    {
        if (value > Threshold)
        {
            Keep(value);
        }

        return Threshold;
    }

    /// <summary>Counts values that were offered.</summary>
    public void Count(long offered) => Seen += offered;

    /// <summary>Adds what <paramref name="other"/> kept and saw.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Merge(TopValues other)
    {
        Seen += other.Seen;
        _completeAbove = Math.Max(_completeAbove, Math.Max(other.Threshold, other._completeAbove));
        for (int i = 0; i < other._count; i++)
        {
            Keep(other._buffer[i]);
        }
    }

    public TopValues Copy() =>
        new(_keep) { _buffer = [.. _buffer], _count = _count, Threshold = Threshold, Seen = Seen, _completeAbove = _completeAbove };

    /// <summary>
    /// Type-7 percentile (linear between order statistics, NumPy's default) of everything seen; null before any value.
    /// </summary>
    /// <param name="percentile">In percent; high enough that the values kept reach down to it.</param>
    public double? Percentile(double percentile)
    {
        if (Seen == 0)
        {
            return null;
        }

        double position = (Seen - 1) * (percentile / 100);
        long below = (long)Math.Floor(position);
        int fromTop = (int)(Seen - below);
        Selection.LargestFirst(_buffer.AsSpan(0, _count), fromTop);
        Span<double> tail = _buffer.AsSpan(0, fromTop);
        tail.Sort();
        double lower = tail[0];
        double upper = tail.Length > 1 ? tail[1] : lower;
        return lower + ((position - below) * (upper - lower));
    }

    /// <summary>The largest values seen, descending and without a gap; at most <paramref name="wanted"/>, fewer where fewer are known.</summary>
    public double[] LargestFirst(int wanted)
    {
        double floor = Math.Max(_completeAbove, Threshold);
        double[] known = Array.FindAll(_buffer[.._count], value => value > floor);
        int count = Math.Min(wanted, known.Length);
        Selection.LargestFirst(known, count);
        Array.Resize(ref known, count);
        Array.Sort(known);
        Array.Reverse(known);
        return known;
    }

    /// <summary>The values kept from <paramref name="floor"/> on, descending.</summary>
    public double[] LargestFirst(double floor)
    {
        double[] known = Array.FindAll(_buffer[.._count], value => value >= floor);
        Array.Sort(known);
        Array.Reverse(known);
        return known;
    }

    /// <summary>Largest value seen; 0 before any.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public double Largest()
    {
        double largest = 0;
        for (int i = 0; i < _count; i++)
        {
            largest = Math.Max(largest, _buffer[i]);
        }

        return largest;
    }

    /// <summary>How many of the largest of <paramref name="total"/> values a percentile needs.</summary>
    public static int KeepFor(long total, double percentile) =>
        (int)(Math.Max(total, 1) - (long)Math.Floor(Math.Max(total - 1, 0) * (percentile / 100)));

    private void Keep(double value)
    {
        if (_count == _buffer.Length)
        {
            Selection.LargestFirst(_buffer, _keep);
            _count = _keep;
            Threshold = Smallest(_buffer.AsSpan(0, _keep));
        }

        _buffer[_count++] = value;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static double Smallest(ReadOnlySpan<double> values)
    {
        double smallest = values[0];
        foreach (double value in values)
        {
            smallest = Math.Min(smallest, value);
        }

        return smallest;
    }
}
