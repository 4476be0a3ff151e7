using Interlock.Bench.Datasets;
using Interlock.Bench.ExecSpec;
using Interlock.Bench.Loop;
using Interlock.Cli.Verbs.Profile;
using Interlock.Core.Contract;
using Interlock.Guard;

namespace Interlock.Bench.Budgets;

/// <summary>Measures everything that has a budget, by name.</summary>
internal sealed class Measurements(TimeProvider clock)
{
    private const long Steps = 400_000;
    private const long ShortSteps = 1_000;
    private const long LongSteps = 1_000_000;

    public IEnumerable<(string Name, double Value)> Run()
    {
        GuardCostMeasurement measurement = new(clock);
        GuardCost seven = measurement.Run("full", ProfiledGuard.Full(7), Steps);
        GuardCost fourteen = measurement.Run("full", ProfiledGuard.Full(14), Steps);
        yield return ("guard_step_7_median", seven.MedianNs);
        yield return ("guard_step_7_p99_9", seven.P999Ns);
        yield return ("guard_step_7_bytes", seven.BytesPerStep);
        yield return ("guard_step_14_median", fourteen.MedianNs);
        yield return ("guard_step_14_p99_9", fourteen.P999Ns);
        yield return ("guard_step_14_bytes", fourteen.BytesPerStep);
        yield return ("guard_step_7_growth_1e3_to_1e6", Growth());
        yield return ("guard_summary", Math.Max(seven.SummaryNs, fourteen.SummaryNs));
        yield return ("guard_retained", Retained());
        DecodeBench decode = new(clock);
        yield return ("unnormalise_chunk_50x14_median", decode.UnnormaliseNs());
        yield return ("decode_chunk_50x14_median", decode.DecodeNs(DecodeFixture.TwoArms(ActionReference.RelativeChunk)));
        yield return ("decode_chunk_50x14_bytes", decode.BytesPerChunk());
        StatisticsWatchBench watch = new(clock);
        yield return ("statistics_watch_14_median", watch.MedianNs());
        yield return ("statistics_watch_14_bytes", watch.BytesPerLook());
        LoopCost loop = LoopBench.Measure(14, clock);
        yield return ("loop_to_robot_14_median", loop.ToRobotNs);
        yield return ("loop_tick_14_median", loop.WholeNs);
        yield return ("loop_tick_14_bytes", loop.Bytes);
        yield return ("loop_growth_1e6_ticks", LoopLength.GrowthBytes(clock, LongSteps));
        using GateBench gate = new(clock);
        yield return ("gate_without_hashing", gate.TogetherNs());
        yield return ("read_and_calibrate_1M_x_14", new LargeDataset(clock).ReadAndCalibrateNs());
    }

    /// <summary>Time of a step after a million steps in one episode over that after a thousand.</summary>
    private double Growth()
    {
        OneEpisode episode = new(ProfiledGuard.Full(7), clock);
        episode.MeanNs(LongSteps);
        episode = new OneEpisode(ProfiledGuard.Full(7), clock);
        double early = episode.MeanNs(ShortSteps);
        episode.MeanNs(LongSteps);
        return episode.MeanNs(ShortSteps) / early;
    }

    private static double Retained()
    {
        long before = GC.GetTotalMemory(forceFullCollection: true);
        ActionGuard guard = ProfiledGuard.Full(14);
        long after = GC.GetTotalMemory(forceFullCollection: true);
        GC.KeepAlive(guard);
        return after - before;
    }
}
