using System.Runtime.CompilerServices;

namespace Interlock.Guard.Alarms;

/// <summary>
/// Page's cumulative sum (1954) of a yes/no event: S = max(0, S + 1[event] − reference); above the threshold it alarms and
/// starts again from 0, so an alarm does not latch.
/// </summary>
internal struct CusumStatistic(double reference, double threshold)
{
    /// <summary>S after the newest step, before an alarm set it to 0.</summary>
    public double BeforeReset { get; private set; }

    private double _sum;

    /// <summary>Takes in a step; true when it alarms.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool Observe(bool happened)
    {
        BeforeReset = Math.Max(0, _sum + (happened ? 1.0 : 0.0) - reference);
        bool alarm = BeforeReset > threshold;
        _sum = alarm ? 0 : BeforeReset;
        return alarm;
    }

    public void Reset()
    {
        _sum = 0;
        BeforeReset = 0;
    }
}
