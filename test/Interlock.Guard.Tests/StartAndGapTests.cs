using Interlock.Core.Contract;

namespace Interlock.Guard.Tests;

public sealed class StartAndGapTests
{
    private const long NsPerStep = 100_000_000;

    [Fact]
    public void The_first_command_is_limited_from_the_measured_state()
    {
        ActionGuard guard = new(Arms.Of(Arms.Joint()));

        double[] safe = new double[1];
        guard.Step([0.9], new StepInput { Measured = [-0.5] }, safe);

        Assert.Equal(-0.4, safe[0], 12);
    }

    [Fact]
    public void After_a_gap_the_measured_state_is_the_reference_again()
    {
        ActionGuard guard = new(Arms.Of(Arms.Joint()));
        double[] safe = new double[1];
        guard.Step([0.0], new StepInput { Measured = [0.0], TimestampNs = 0 }, safe);
        guard.Step([0.1], new StepInput { Measured = [0.05], TimestampNs = NsPerStep }, safe);
        Assert.Equal(0.1, safe[0], 12);

        guard.Step([0.9], new StepInput { Measured = [-0.6], TimestampNs = 20 * NsPerStep }, safe);

        Assert.Equal(-0.5, safe[0], 12);
    }

    [Fact]
    public void A_gap_without_a_measured_state_is_reported()
    {
        ActionGuard guard = new(Arms.Of(Arms.Joint()));
        double[] safe = new double[1];
        guard.Step([0.0], new StepInput { TimestampNs = 0 }, safe);

        guard.Step([0.05], new StepInput { TimestampNs = 20 * NsPerStep }, safe);

        Assert.Equal([GuardCodes.GapWithoutState], guard.Codes());
    }

    [Fact]
    public void A_start_outside_the_bounds_and_out_of_reach_holds_and_latches()
    {
        ActionGuard guard = new(Arms.Of(Arms.Joint()));
        guard.BeginEpisode([1.5]);

        Assert.Equal(1.5, guard.Step(0, out StepResult result));

        Assert.Equal(Verdict.Stop, result.Verdict);
        Assert.Equal(GuardCodes.NoFeasibleCommand, guard.LatchCode);
    }

    [Fact]
    public void A_start_outside_the_bounds_creeps_back_when_that_is_allowed()
    {
        ActionGuard guard = new(Arms.Of(Arms.Joint()), new ActionGuardOptions { AllowReturnFromOutside = true });
        guard.BeginEpisode([1.25]);

        Assert.Equal(1.15, guard.Step(0), 12);
        Assert.Equal(1.05, guard.Step(0), 12);
        Assert.Equal(0.95, guard.Step(0), 12);
        Assert.Equal(0.85, guard.Step(0), 12);
    }

    [Fact]
    public void A_new_episode_does_not_drag_the_last_pose_along()
    {
        ActionGuard guard = new(Arms.Of(Arms.Joint()));
        guard.BeginEpisode([0.0]);
        guard.Step(0.1);

        guard.BeginEpisode([-0.9]);

        Assert.Equal(-0.85, guard.Step(-0.85));
    }

    [Fact]
    public void An_unusable_measured_state_is_reported_and_not_used()
    {
        ActionGuard guard = new(Arms.Of(Arms.Joint()));
        double[] safe = new double[1];

        guard.Step([0.5], new StepInput { Measured = [double.NaN] }, safe);

        Assert.Equal(0.5, safe[0]);
        Assert.Equal([GuardCodes.UnusableState], guard.Codes());
    }

    [Fact]
    public void A_continuous_joint_turns_the_short_way_round()
    {
        ActionGuard guard = new(Arms.Of(Arms.Joint(min: null, max: null) with { Continuous = true }));
        guard.BeginEpisode([3.1]);

        double safe = guard.Step(-3.1);

        Assert.Equal(-3.1, safe, 12);
        Assert.Equal(-3.0, guard.Step(-2.0), 12);
    }
}
