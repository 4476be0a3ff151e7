using Interlock.Dashboard.Reports.Facts;

namespace Interlock.Dashboard.Reports.Building;

/// <summary>One limit of the contract and the largest that was commanded against it.</summary>
internal sealed class MotionPeak(string quantity, string of, string unit, double limit)
{
    private double _largest = double.NaN;
    private long _tick;
    private double _timeS;

    public void Take(double value, long tick, double timeS)
    {
        double size = Math.Abs(value);
        if (!(size <= _largest) && !double.IsNaN(size))
        {
            (_largest, _tick, _timeS) = (size, tick, timeS);
        }
    }

    /// <summary>Null where nothing was put to it.</summary>
    public MotionExtreme? Extreme() => double.IsNaN(_largest) ? null : new MotionExtreme(quantity, of, unit, _largest, limit, _tick, _timeS);
}
