using Interlock.Core.Contract;
using Interlock.Guard.Calibration.Models;
using Interlock.Guard.Monitors;
using Interlock.Guard.Monitors.Chunks;
using Interlock.Guard.Monitors.Kernels;
using Interlock.Guard.Monitors.Kinematic;
using Interlock.Guard.Monitors.Loop;
using Interlock.Guard.Monitors.Novelty;

namespace Interlock.Bench.Monitors;

/// <summary>Prints what each monitor and the whole bank cost per step at 7 and 14 channels.</summary>
internal static class MonitorsBench
{
    private static readonly int[] ChannelCounts = [7, 14];

    public static void Run(TextWriter output, TimeProvider time)
    {
        StepTimer timer = new(time);
        foreach (int channels in ChannelCounts)
        {
            MonitorsFixture fixture = new(channels);
            output.WriteLine($"{channels} channels, ns per step");
            RunBank(output, timer, "bank (every monitor)", fixture, new MonitorBank(fixture.Layout, PolicyProfile.Unknown, fixture.Models, fixture.Limits));
            RunBank(output, timer, "bank (executed)", fixture, MonitorBank.ForExecuted(fixture.Layout, fixture.Models));
            RunSingles(output, timer, fixture);
        }
    }

    private static void RunBank(TextWriter output, StepTimer timer, string name, MonitorsFixture fixture, MonitorBank bank)
    {
        void Step(int i) => bank.Observe(fixture.Action(i), MonitorsFixture.Facts(i));
        double median = timer.MedianNs(Step);
        output.WriteLine($"  {name,-28}{median,8:F1}   p99.9 {timer.TailNs(Step):F0}   bytes per step {BytesPerStep(Step)}");
    }

    private static double BytesPerStep(Action<int> step)
    {
        const int steps = 10_000;
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < steps; i++)
        {
            step(i);
        }

        return (GC.GetAllocatedBytesForCurrentThread() - before) / (double)steps;
    }

    private static void RunSingles(TextWriter output, StepTimer timer, MonitorsFixture fixture)
    {
        MotionFrame frame = new(fixture.Layout);
        ChannelLanes channels = new(fixture.Layout);
        StandardisedAction standardised = new(channels, fixture.Models.Conformal);
        double frameOnly = timer.MedianNs(i =>
        {
            frame.Push(fixture.Action(i), MonitorsFixture.Facts(i));
            standardised.Observe(frame);
        });
        output.WriteLine($"  {"shared differences",-28}{frameOnly,8:F1}");
        foreach (IMonitor monitor in Singles(fixture, channels, standardised))
        {
            double both = timer.MedianNs(i =>
            {
                frame.Push(fixture.Action(i), MonitorsFixture.Facts(i));
                standardised.Observe(frame);
                monitor.Observe(frame);
            });
            output.WriteLine($"  {monitor.Info.Name,-28}{both - frameOnly,8:F1}");
        }
    }

    private static IEnumerable<IMonitor> Singles(MonitorsFixture fixture, ChannelLanes channels, StandardisedAction standardised)
    {
        MonitorModels models = fixture.Models;
        return
        [
            new ReversalRate(channels, models), new JerkRms(channels), new MomentumCoherence(channels), new Stall(channels, models),
            new TotalVariationRate(), new SpectralEnergyRatio(channels), new VelocityViolations(channels, fixture.Limits),
            new ChunkSeamJump(channels), new GripperOscillation(channels, models), new LinearPredictability(channels, models.LinearPredictability),
            new CorrelationDivergence(channels, models.Correlation), new PValue(standardised, models.Conformal),
            new OutOfDistribution(channels, models.Mahalanobis), new ActionEnergy(standardised, models.Energy),
            new ClipMagnitude(), new OverrideRate(), new Latency(), new LatencyBudget(fixture.Limits),
        ];
    }
}
