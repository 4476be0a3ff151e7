using Interlock.Runtime.Clock;

namespace Interlock.Bench.Loop;

/// <summary>Whether the loop costs the same after ten million ticks: live memory and time per tick, in tenths.</summary>
internal static class LoopLength
{
    public const long DefaultTicks = 10_000_000;
    private const int Channels = 14;
    private const int Tenths = 10;
    private const long WarmTicks = 200_000;

    public static void Run(TextWriter output, TimeProvider time, long ticks)
    {
        output.WriteLine("     ticks  ns/tick  live bytes");
        foreach ((long done, double ns, long bytes) in Measure(time, ticks))
        {
            output.WriteLine($"{done,10}  {ns,7:0}  {bytes,10}");
        }
    }

    /// <summary>Live bytes at the end over those after the first tenth.</summary>
    public static double GrowthBytes(TimeProvider time, long ticks)
    {
        long[] bytes = [.. Measure(time, ticks).Select(row => row.LiveBytes)];
        return bytes[^1] - bytes[0];
    }

    private static IEnumerable<(long Ticks, double NsPerTick, long LiveBytes)> Measure(TimeProvider time, long ticks)
    {
        using RecordedLoop loop = new(Channels, new VirtualClock(), records: false);
        Run(loop, WarmTicks);
        for (int tenth = 1; tenth <= Tenths; tenth++)
        {
            loop.RequireMotion();
            long start = time.GetTimestamp();
            Run(loop, ticks / Tenths);
            double ns = (time.GetTimestamp() - start) * 1e9 / time.TimestampFrequency / (ticks / Tenths);
            yield return (tenth * (ticks / Tenths), ns, GC.GetTotalMemory(forceFullCollection: true));
        }
    }

    private static void Run(RecordedLoop loop, long ticks)
    {
        for (long i = 0; i < ticks; i++)
        {
            loop.Tick();
        }
    }
}
