using Interlock.Dashboard.Plots.Figures;

namespace Interlock.Dashboard.Plots.Axes;

/// <summary>Smallest and largest of the values seen; NaN and infinities do not count.</summary>
internal struct AxisRange()
{
    /// <summary>Largest magnitude drawn; a float has no larger one, and the distance of two such doubles is finite.</summary>
    private const double Farthest = 1e300;

    private double _low = double.PositiveInfinity;
    private double _high = double.NegativeInfinity;

    public readonly bool IsEmpty => !(_low <= _high);

    public readonly double Low => _low;

    public readonly double High => _high;

    public void Add(double value)
    {
        if (Math.Abs(value) <= Farthest)
        {
            _low = Math.Min(_low, value);
            _high = Math.Max(_high, value);
        }
    }

    public void Add(ReadOnlySpan<double> values)
    {
        foreach (double value in values)
        {
            Add(value);
        }
    }

    /// <summary>Adds a value that is there to compare with, unless it would squeeze the data into a small part of the axis.</summary>
    /// <returns>Whether it is within the range now.</returns>
    public bool AddUnlessFar(double value, double mostTimesSpan)
    {
        AxisRange wider = this;
        wider.Add(value);
        double span = _high - _low;
        if (!IsEmpty && span > 0 && !(wider._high - wider._low <= span * mostTimesSpan))
        {
            return false;
        }

        this = wider;
        return !double.IsNaN(value);
    }

    /// <summary>The ends of an axis: as asked, else the values with a margin; never empty.</summary>
    public readonly (double From, double To) Ends(Axis axis, double marginShare)
    {
        (double low, double high) = IsEmpty ? (0, 1) : (_low, _high);
        double margin = (high - low) * marginShare;
        double from = Given(axis.From) ?? low - margin;
        double to = Given(axis.To) ?? high + margin;
        if (to > from && to - from > Math.Max(Math.Abs(to), Math.Abs(from)) * 1e-12)
        {
            return (from, to);
        }

        double half = Math.Max(Math.Abs(from) * 0.1, from == 0 ? 1 : 1e-9);
        return axis.From is not null ? (from, from + half) : (from - half, from + half);
    }

    private static double? Given(double? end) => end is { } value && Math.Abs(value) <= Farthest ? value : null;
}
