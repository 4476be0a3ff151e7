using Interlock.Runtime.Loop;

namespace Interlock.Bench.Live;

/// <summary>Lateness and work of every tick of one run.</summary>
internal sealed class LiveTimes(int ticks)
{
    private readonly double[] _lateUs = new double[ticks];
    private readonly double[] _workUs = new double[ticks];
    private int _count;

    /// <summary>Bytes that the loop's thread allocated.</summary>
    public long Bytes { get; private set; }

    /// <summary>Periods without a tick.</summary>
    public long Missed { get; set; }

    /// <summary>Messages that a slow viewer did not get.</summary>
    public long Dropped { get; set; }

    public void Add(in TickTimings timings, long bytes)
    {
        _lateUs[_count] = timings.LatenessNs / 1e3;
        _workUs[_count++] = (timings.ReadNs + timings.ScheduleNs + timings.GuardNs + timings.SendNs) / 1e3;
        Bytes += bytes;
    }

    public double LateUs(double share) => At(_lateUs, share);

    public double WorkUs(double share) => At(_workUs, share);

    private double At(double[] values, double share)
    {
        double[] sorted = values[.._count];
        Array.Sort(sorted);
        return sorted[(int)(share * (_count - 1))];
    }
}
