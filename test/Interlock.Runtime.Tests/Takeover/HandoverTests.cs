using Interlock.Runtime.Supervision;
using Interlock.Runtime.Takeover;

namespace Interlock.Runtime.Tests.Takeover;

public sealed class HandoverTests
{
    private const long PeriodNs = 1_000_000;

    private static readonly SupervisorDecision Policy = new() { State = SupervisorState.Running, Motion = Motion.Release, LimitScale = 1 };
    private static readonly SupervisorDecision Human = Policy with { State = SupervisorState.HumanControl, Motion = Motion.Human };
    private static readonly SupervisorDecision Held = Policy with { State = SupervisorState.Holding, Motion = Motion.Hold };

    [Fact]
    public void A_takeover_begins_at_the_last_command_and_ends_at_the_human_action_without_a_jump()
    {
        ActionArbiter arbiter = new(new HandoverBlend(durationMs: 100, [0]));
        double[] action = [0.2];
        Assert.Equal(ActionSource.Policy, arbiter.Choose(Policy, [0.2], [], [0.2], 0, action));
        double last = 0.2;
        double largest = 0;
        for (int tick = 1; tick <= 120; tick++)
        {
            ActionSource source = arbiter.Choose(Human, [], [1.2], [last], tick * PeriodNs, action);
            Assert.Equal(tick < 101 ? ActionSource.Blend : ActionSource.Human, source);
            Assert.True(tick > 1 || action[0] == 0.2);
            largest = Math.Max(largest, action[0] - last);
            last = action[0];
        }

        // The steepest slope of the minimum-jerk weight is 15/8 of the mean one.
        Assert.InRange(largest, 0, 1.0 / 100 * 15 / 8);
        Assert.Equal(1.2, last);
        Assert.Equal(1.0, arbiter.Blend.Seam[0], 12);
    }

    [Fact]
    public void A_hand_back_blends_from_the_last_human_command()
    {
        ActionArbiter arbiter = new(new HandoverBlend(durationMs: 10, [0]));
        double[] action = [0];
        arbiter.Choose(Human, [], [0.5], [], 0, action);
        Assert.Equal(ActionSource.Hold, arbiter.Choose(Held, [], [], [0.5], PeriodNs, action));
        Assert.Equal(ActionSource.Blend, arbiter.Choose(Policy, [-0.5], [], [0.5], 2 * PeriodNs, action));
        Assert.Equal(0.5, action[0]);
        Assert.Equal(ActionSource.Policy, arbiter.Choose(Policy, [-0.5], [], [0.5], 12 * PeriodNs, action));
        Assert.Equal(-0.5, action[0]);
    }

    [Fact]
    public void A_turning_channel_goes_the_short_way_round()
    {
        HandoverBlend blend = new(durationMs: 10, [360]);
        double[] command = [0];
        blend.Begin([350], 0);
        blend.Apply([10], 0, command);
        Assert.Equal(-10, command[0], 9);
        Assert.Equal(20, blend.Seam[0], 9);
    }

    [Fact]
    public void Corrections_become_spans_with_the_matter_before_them()
    {
        CorrectionLog log = new();
        SupervisorDecision asked = Held with { State = SupervisorState.AwaitingHuman, Trigger = SupervisorTrigger.ConfidenceLow, Code = SupervisorCodes.ConfidenceLow };
        SupervisorDecision[] run = [Policy, Human, Human, Policy, asked, asked with { Trigger = SupervisorTrigger.None }, Human, Policy];
        bool[] frames = [.. run.Select((decision, tick) => log.Observe(tick, decision))];
        Assert.Equal([false, true, true, false, false, false, true, false], frames);
        Assert.Equal([new(1, 2, SupervisorTrigger.TakeOver), new(6, 6, SupervisorTrigger.ConfidenceLow)], log.Spans.ToArray());
        Assert.Equal(frames, Enumerable.Range(0, run.Length).Select(tick => log.IsIntervention(tick)));
    }

    [Fact]
    public void Choosing_blending_and_logging_allocate_nothing()
    {
        ActionArbiter arbiter = new(new HandoverBlend(durationMs: 100, new double[7]));
        CorrectionLog log = new();
        double[] policy = new double[7];
        double[] action = new double[7];
        long tick = 0;
        Assert.Equal(0, AllocatedBytes.Of(() =>
        {
            for (int i = 0; i < 1000; i++)
            {
                SupervisorDecision decision = i % 300 < 150 ? Policy : Human;
                arbiter.Choose(decision, policy, policy, action, tick * PeriodNs, action);
                log.Observe(tick++, decision);
            }
        }));
    }
}
