using Interlock.Core.Contract;
using Interlock.Guard.Channels;
using Interlock.Guard.Monitors;

namespace Interlock.Guard.Tests.Monitors.Loop;

public sealed class LoopMonitorTests
{
    [Fact]
    public void Latency_and_its_budget_follow_the_measurement_and_not_the_loop()
    {
        MonitorBank bank = Bank(new MonitorLimits { LatencyBudgetMs = 50 });
        double[] measured = [10, 20, 50, 50.1, 200, 30, double.NaN];
        double[] late = [.. measured.Select(latency => Step(bank, new StepFacts { LatencyMs = latency }, "latency_budget"))];
        Assert.Equal([0, 0, 0, 1, 1, 0, double.NaN], late);
        Assert.Equal(2 / 6.0, Episode(bank, "latency_budget"), 12);
        Assert.Equal(360.1 / 6, Episode(bank, "latency"), 9);
    }

    [Fact]
    public void Without_a_budget_or_a_measurement_there_is_no_value()
    {
        Assert.True(double.IsNaN(Step(Bank(null), new StepFacts { LatencyMs = 5 }, "latency_budget")));
        Assert.True(double.IsNaN(Step(Bank(null), StepFacts.None, "latency")));
    }

    [Fact]
    public void The_budget_is_the_watchdog_or_else_the_period()
    {
        SafetyContract contract = new() { Name = "test", RateHz = 50, Channels = [new ChannelContract { Name = "a" }] };
        ChannelLayout layout = new(contract);
        Assert.Equal(20, MonitorLimits.Of(contract, layout).LatencyBudgetMs);
        Assert.Equal(200, MonitorLimits.Of(contract with { Watchdog = new Watchdog(200) }, layout).LatencyBudgetMs);
        Assert.Null(MonitorLimits.Of(contract with { RateHz = null }, layout).LatencyBudgetMs);
    }

    [Fact]
    public void Limits_on_the_motion_are_per_step_for_positions_and_per_second_for_velocity_commands()
    {
        ChannelContract[] channels = [new() { Name = "a", MaxVelocity = 2 }, new() { Name = "b", MaxStep = 0.5 }, new() { Name = "c" }];
        SafetyContract positions = new() { Name = "test", RateHz = 10, Channels = channels };
        SafetyContract velocities = positions with { Space = ActionSpace.JointVelocity };
        Assert.Equal([0.2, 0.5, double.PositiveInfinity], MonitorLimits.Of(positions, new ChannelLayout(positions)).MaxMotion!);
        Assert.Equal([2, 5, double.PositiveInfinity], MonitorLimits.Of(velocities, new ChannelLayout(velocities)).MaxMotion!);
    }

    [Fact]
    public void What_the_guard_did_is_counted_also_when_the_action_was_not_finite()
    {
        MonitorBank bank = Bank(null);
        bank.Observe([1], StepFacts.None with { Overridden = true, ClipMagnitude = 0.4 });
        bank.Observe([1], StepFacts.None);
        bank.ObserveNonFinite(StepFacts.None with { Overridden = true });
        Assert.Equal(1, bank.StepValue(bank.IndexOf("override_rate")));
        Assert.Equal(2 / 3.0, Episode(bank, "override_rate"), 12);
        Assert.Equal(0.4 / 3, Episode(bank, "clip_magnitude"), 12);
    }

    private static MonitorBank Bank(MonitorLimits? limits) => new(Layouts.Joints(1), PolicyProfile.Unknown, null, limits);

    private static double Step(MonitorBank bank, StepFacts facts, string name)
    {
        bank.Observe([0.5], facts);
        return bank.StepValue(bank.IndexOf(name));
    }

    private static double Episode(MonitorBank bank, string name) => bank.EpisodeValue(bank.IndexOf(name));
}
