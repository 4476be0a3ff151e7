using Interlock.Runtime.Loop;

namespace Interlock.Bench.Live;

/// <summary>Lateness and work of every tick.</summary>
internal sealed class LiveTimes(int ticks)
{
    private readonly double[] _lateUs = new double[ticks];
    private readonly double[] _workUs = new double[ticks];
    private int _count;
    private long _bytes;

    public void Add(in TickTimings timings, long bytes)
    {
        _lateUs[_count] = timings.LatenessNs / 1e3;
        _workUs[_count++] = (timings.ReadNs + timings.ScheduleNs + timings.GuardNs + timings.SendNs) / 1e3;
        _bytes += bytes;
    }

    public string Words(long missed)
    {
        Array.Sort(_lateUs);
        Array.Sort(_workUs);
        double Late(double share) => _lateUs[(int)(share * (ticks - 1))];
        double Work(double share) => _workUs[(int)(share * (ticks - 1))];
        return $"{Late(0.5),11:0.0}  {Late(0.99),7:0.0}  {Late(0.999),8:0.0}  {_lateUs[^1],8:0.0}   {Work(0.5),11:0.0}  {Work(0.99),7:0.0}  {missed,6}  {(double)_bytes / ticks,10:0.##}";
    }
}
