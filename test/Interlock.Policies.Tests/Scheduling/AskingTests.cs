using Interlock.Core.Diagnostics;
using Interlock.Policies.Scheduling;

namespace Interlock.Policies.Tests.Scheduling;

public sealed class AskingTests
{
    [Fact]
    public void Recycling_asks_again_after_that_many_executed_steps()
    {
        ChunkScheduler scheduler = Plans.Of(Plans.SameRate with { RecomputeEverySteps = 3 });
        Assert.True(scheduler.WantsChunk);
        scheduler.Give(0, 0, 1, 2, 3, 4, 5);
        Assert.Equal([false, false, false, true], Wants(scheduler, 4));
    }

    [Fact]
    public void By_threshold_it_asks_when_half_of_the_longest_chunk_is_left()
    {
        ChunkScheduler scheduler = Plans.Of(Plans.SameRate);
        scheduler.Give(0, 0, 1, 2, 3, 4, 5);
        Assert.Equal([false, false, false, true], Wants(scheduler, 4));
        scheduler.Give(4, 4, 5, 6, 7);
        Assert.Equal([false, true], Wants(scheduler, 2));
    }

    [Fact]
    public void A_threshold_of_zero_asks_when_nothing_is_left()
    {
        ChunkScheduler scheduler = Plans.Of(Plans.SameRate with { QueueThreshold = 0 });
        scheduler.Give(0, 0, 1);
        Assert.Equal([false, false, true], Wants(scheduler, 3));
    }

    [Theory]
    [InlineData(Starvation.Hold)]
    [InlineData(Starvation.Brake)]
    [InlineData(Starvation.Nothing)]
    public void Starvation_names_the_step_and_the_reaction_and_leaves_the_action_alone(Starvation reaction)
    {
        ChunkScheduler scheduler = Plans.Of(Plans.SameRate with { OnStarvation = reaction });
        double[] action = [42];
        Assert.Equal(new ScheduleTick(TickStatus.Starved, 0, 0, 0, reaction), scheduler.Next(1, action));
        scheduler.Give(0, 5, 6);
        scheduler.Run(2);
        Assert.Equal(new ScheduleTick(TickStatus.Starved, 2, 0, 0, reaction), scheduler.Next(1, action));
        Assert.Equal(42, action[0]);
        Assert.Equal(2, scheduler.NextStep);
        Assert.Equal(TickStatus.Interpolated, scheduler.Next(0, action).Status);
        Assert.Equal(6, action[0]);
    }

    [Fact]
    public void A_new_episode_starts_at_step_0_and_refuses_the_old_ones_answers()
    {
        ChunkScheduler scheduler = Plans.Of(Plans.SameRate);
        scheduler.Give(0, 1, 2, 3);
        scheduler.Run(3);
        scheduler.BeginEpisode();
        Assert.Equal((0, 0, 0), (scheduler.NextStep, scheduler.ExecutedSteps, scheduler.RowsAhead));
        Assert.Equal(SpliceOutcome.AheadOfTime, scheduler.Give(3, 4, 5).Outcome);
    }

    [Fact]
    public void Options_that_cannot_work_are_all_named()
    {
        DiagnosticCollector findings = new();
        ScheduleOptionsCheck.Report(
            new() { PolicyRateHz = 0, ControlRateHz = double.NaN, RecomputeEverySteps = 0, QueueThreshold = 1.5, CrossFadeSteps = -1 }, findings, "arm.run.yaml");
        Assert.Equal(
            ["policy_rate_hz", "control_rate_hz", "policy_rate_hz", "recompute_every_steps", "queue_threshold", "cross_fade_steps"],
            findings.Items.Select(item => item.Place!.Key));
        Assert.Throws<ArgumentException>(() => new ChunkScheduler(Plans.SameRate with { MaxStaleSteps = -1 }, 1, 1));
    }

    private static bool[] Wants(ChunkScheduler scheduler, int ticks)
    {
        bool[] wants = new bool[ticks];
        for (int tick = 0; tick < ticks; tick++)
        {
            wants[tick] = scheduler.WantsChunk;
            scheduler.Step();
        }

        return wants;
    }
}
