using Interlock.Runtime.Loop;

namespace Interlock.Bench.Loop;

/// <summary>Collects where the time of each tick went.</summary>
internal sealed class StageTimes(int capacity)
{
    private readonly double[] _read = new double[capacity];
    private readonly double[] _schedule = new double[capacity];
    private readonly double[] _guard = new double[capacity];
    private readonly double[] _send = new double[capacity];
    private readonly double[] _toRobot = new double[capacity];
    private readonly double[] _whole = new double[capacity];
    private int _count;
    private double _bytes;

    public void Add(in TickTimings tick, double wholeNs, long bytes)
    {
        _read[_count] = tick.ReadNs;
        _schedule[_count] = tick.ScheduleNs;
        _guard[_count] = tick.GuardNs;
        _send[_count] = tick.SendNs;
        _toRobot[_count] = tick.ReadNs + tick.ScheduleNs + tick.GuardNs + tick.SendNs;
        _whole[_count++] = wholeNs;
        _bytes += bytes;
    }

    public LoopCost Summary() => new(
        Quantile(_toRobot, 0.5), Quantile(_toRobot, 0.99), Quantile(_whole, 0.5), Quantile(_whole, 0.99),
        Quantile(_read, 0.5), Quantile(_schedule, 0.5), Quantile(_guard, 0.5), Quantile(_send, 0.5), _bytes / _count);

    private double Quantile(double[] values, double share)
    {
        double[] sorted = values[.._count];
        Array.Sort(sorted);
        return sorted[(int)(share * (_count - 1))];
    }
}
