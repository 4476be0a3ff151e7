using Interlock.Core.Randomness;
using Interlock.Guard.Calibration.Models;
using Interlock.Guard.Channels;
using Interlock.Guard.Monitors;
using Interlock.Guard.Monitors.Chunks;
using Interlock.Guard.Monitors.Kernels;

namespace Interlock.Guard.Tests.Monitors.Chunks;

public sealed class TemporalConsistencyTests
{
    private static readonly double[] Scale = [2, 0.5];

    [Fact]
    public void A_policy_that_keeps_its_plan_does_not_contradict_itself()
    {
        TemporalConsistency monitor = Monitor();
        monitor.ObserveChunk(Plan(0, 8), 1, 8);
        Wait(monitor, 3);
        monitor.ObserveChunk(Plan(3, 8), 1, 8);
        Assert.Equal(0, monitor.StepValue);
    }

    [Fact]
    public void A_changed_plan_is_measured_over_the_overlap_in_demonstration_scales()
    {
        TemporalConsistency monitor = Monitor();
        monitor.ObserveChunk(Plan(0, 8), 1, 8);
        Wait(monitor, 3);
        double[] changed = [.. Plan(3, 8).Select((value, at) => at % 2 == 0 ? value + 1 : value)];
        monitor.ObserveChunk(changed, 1, 8);
        Assert.Equal(0.25 / 2, monitor.StepValue, 12);
    }

    [Fact]
    public void A_non_finite_step_passes_time_like_any_other()
    {
        MonitorBank bank = new(Layouts.Joints(2), Core.Contract.PolicyProfile.Unknown, new MonitorModels { Conformal = new([0, 0], Scale, [1]) });
        bank.ObserveChunk(Plan(0, 8), 1, 8);
        bank.Observe([0, 0], StepFacts.None);
        bank.ObserveNonFinite(StepFacts.None);
        bank.ObserveChunk(Plan(2, 8), 1, 8);
        Assert.Equal(0, bank.StepValue(bank.IndexOf("temporal_consistency")));
    }

    [Fact]
    public void Chunks_that_do_not_overlap_give_no_value()
    {
        TemporalConsistency monitor = Monitor();
        monitor.ObserveChunk(Plan(0, 4), 1, 4);
        Assert.True(double.IsNaN(monitor.StepValue));
        Wait(monitor, 4);
        monitor.ObserveChunk(Plan(4, 4), 1, 4);
        Assert.True(double.IsNaN(monitor.StepValue));
    }

    [Fact]
    public void Two_sets_of_samples_of_one_distribution_are_close_and_of_two_are_far()
    {
        Assert.InRange(Discrepancy(shift: 0), 0, 0.3);
        Assert.InRange(Discrepancy(shift: 2), 0.8, 2);
    }

    [Fact]
    public void The_discrepancy_is_the_textbook_formula()
    {
        TemporalConsistency monitor = new(Layouts.Lanes(1), new ConformalModel([0], [1], [1]));
        monitor.ObserveChunk([0, 0.1], 2, 1);
        monitor.ObserveChunk([0, 0.2], 2, 1);
        static double Kernel(double a, double b) => Math.Exp(-Math.Pow(a - b, 2) / 0.02);
        double expected = ((1 + Kernel(0, 0.1)) / 2) + ((1 + Kernel(0, 0.2)) / 2)
            - (2 * (Kernel(0, 0) + Kernel(0, 0.2) + Kernel(0.1, 0) + Kernel(0.1, 0.2)) / 4);
        Assert.Equal(expected, monitor.StepValue, 12);
    }

    [Fact]
    public void A_continuous_joint_is_compared_the_short_way_round()
    {
        TemporalConsistency monitor = new(new ChannelLanes(Layouts.Continuous(1)), new ConformalModel([0], [1], [1]));
        monitor.ObserveChunk([179, 179], 1, 2);
        monitor.ObserveChunk([-179, -179], 1, 2);
        Assert.Equal(4, monitor.StepValue, 9);
    }

    [Fact]
    public void A_chunk_with_a_non_finite_number_gives_no_value_and_the_one_after_next_does()
    {
        TemporalConsistency monitor = Monitor();
        monitor.ObserveChunk([double.NaN, 0], 1, 1);
        monitor.ObserveChunk([1, 1], 1, 1);
        Assert.True(double.IsNaN(monitor.StepValue));
        monitor.ObserveChunk([1, 1], 1, 1);
        Assert.Equal(0, monitor.StepValue);
    }

    [Fact]
    public void Memory_stays_bounded_for_an_enormous_chunk()
    {
        TemporalConsistency monitor = Monitor();
        double[] enormous = new double[64 * 1000 * 2];
        monitor.ObserveChunk(enormous, 64, 1000);
        monitor.ObserveChunk(enormous, 64, 1000);
        Assert.Equal(0, monitor.StepValue, 12);
        Assert.Equal(0, AllocatedBytes.Of(() => monitor.ObserveChunk(enormous, 64, 1000)));
    }

    private static double Discrepancy(double shift)
    {
        SeededRandom random = new(3);
        TemporalConsistency monitor = Monitor();
        double[] Samples(double centre) => [.. Enumerable.Range(0, 20 * 4 * 2).Select(at => centre + (0.1 * Scale[at % 2] * random.NextNormal()))];
        monitor.ObserveChunk(Samples(0), 20, 4);
        monitor.ObserveChunk(Samples(shift), 20, 4);
        return monitor.StepValue;
    }

    private static double[] Plan(int start, int horizon) =>
        [.. Enumerable.Range(start, horizon).SelectMany(t => new[] { Math.Sin(t), 0.1 * t })];

    private static void Wait(TemporalConsistency monitor, int steps)
    {
        for (int t = 0; t < steps; t++)
        {
            monitor.ObserveStep();
        }
    }

    private static TemporalConsistency Monitor() => new(Layouts.Lanes(2), new ConformalModel([0, 0], Scale, [1]));
}
