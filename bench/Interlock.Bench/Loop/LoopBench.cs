using Interlock.Bench.Budgets;

namespace Interlock.Bench.Loop;

/// <summary>What the whole loop adds between policy and robot, with every monitor of the guard and the recorder.</summary>
internal static class LoopBench
{
    private const int WarmTicks = 300_000;
    private const int Ticks = 200_000;
    private const int PumpEvery = 50;

    public static void Run(TextWriter output, TimeProvider time)
    {
        double baseline = Baseline.MeasureNs(time);
        output.WriteLine($"baseline {baseline:0.00} ns per multiply-add");
        output.WriteLine("channels  to robot us  p99 us  whole tick us  p99 us   read  schedule  guard  send  rest (recorder, asking) ns  bytes  multiply-adds");
        foreach (int channels in new[] { 7, 14 })
        {
            LoopCost cost = Measure(channels, time);
            double rest = cost.WholeNs - cost.ToRobotNs;
            output.WriteLine($"{channels,8}  {cost.ToRobotNs / 1e3,11:0.00}  {cost.ToRobotTailNs / 1e3,6:0.00}  {cost.WholeNs / 1e3,13:0.00}  {cost.WholeTailNs / 1e3,6:0.00}  {cost.ReadNs,5:0}  {cost.ScheduleNs,8:0}  {cost.GuardNs,5:0}  {cost.SendNs,4:0}  {rest,27:0}  {cost.Bytes,5:0.##}  {cost.ToRobotNs / baseline,13:0}");
        }
    }

    public static LoopCost Measure(int channels, TimeProvider time)
    {
        using SkippingClock clock = new();
        using RecordedLoop loop = new(channels, clock, records: true);
        for (int i = 0; i < WarmTicks; i++)
        {
            loop.Tick();
            PumpNowAndThen(loop, i);
        }

        StageTimes times = new(Ticks);
        for (int i = 0; i < Ticks; i++)
        {
            long bytes = GC.GetAllocatedBytesForCurrentThread();
            long start = time.GetTimestamp();
            bool counts = loop.Tick();
            long end = time.GetTimestamp();
            bytes = GC.GetAllocatedBytesForCurrentThread() - bytes;
            if (counts)
            {
                times.Add(loop.Whole.Loop.Timings, (end - start) * 1e9 / time.TimestampFrequency, bytes);
            }

            PumpNowAndThen(loop, i);
        }

        loop.RequireMotion();
        return times.Summary();
    }

    private static void PumpNowAndThen(RecordedLoop loop, int tick)
    {
        if (tick % PumpEvery == 0)
        {
            loop.Pump();
        }
    }
}
