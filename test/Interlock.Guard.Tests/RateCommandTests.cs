using Interlock.Core.Contract;
using Interlock.Core.Units;
using Interlock.Guard.Interventions;

namespace Interlock.Guard.Tests;

/// <summary>Channels whose command is a velocity or a displacement.</summary>
public sealed class RateCommandTests
{
    private static SafetyContract Velocity(params ChannelContract[] channels) => Arms.Of(channels) with { Space = ActionSpace.JointVelocity };

    [Fact]
    public void A_stop_of_a_jerk_limited_velocity_does_not_swing_past_zero()
    {
        ActionGuard guard = new(Velocity(Arms.Joint(min: -2, max: 2, maxStep: null) with { MaxAcceleration = 5, MaxJerk = 2 }));
        double rate = 0;
        for (int step = 0; step < 60; step++)
        {
            rate = guard.Step(1.5);
        }

        Assert.Equal(1.5, rate);
        guard.RequestStop();
        for (int step = 0; step < 200; step++)
        {
            double next = guard.Step(1.5);
            Assert.InRange(next, -1e-12, rate + 1e-12);
            rate = next;
        }

        Assert.Equal(0, rate);
    }

    [Fact]
    public void Bounds_that_leave_zero_out_do_not_forbid_the_robot_to_stop()
    {
        ActionGuard guard = new(Velocity(Arms.Joint(min: 0.2, max: 1, maxStep: null)) with { Watchdog = new Watchdog(100, StopReaction.Brake) });
        double[] safe = new double[1];
        guard.Step([0.5], new StepInput { AgeMs = 1 }, safe);
        Assert.Equal(0.5, safe[0]);

        guard.Step([0.5], new StepInput { AgeMs = 200 }, safe);
        Assert.Equal(0, safe[0]);

        Assert.Equal(Verdict.Pass, guard.Step([0.5], new StepInput { AgeMs = 1 }, safe).Verdict);
    }

    [Fact]
    public void A_step_limit_on_velocities_limits_the_way_of_one_step()
    {
        ActionGuard guard = new(Velocity(Arms.Joint(min: null, max: null, maxStep: 0.1)));

        Assert.Equal(1, guard.Step(3));
        Intervention item = guard.LastInterventions[0];
        Assert.Equal((GuardCodes.Velocity, 0.1, "rad"), (item.Code, item.Limit, item.Unit));
    }

    [Fact]
    public void A_bound_and_a_speed_limit_of_a_rate_are_told_apart_with_their_units()
    {
        ActionGuard guard = new(Velocity(
            Arms.Joint("bound", min: -0.5, max: 0.5, maxStep: null) with { Unit = ChannelUnit.Degree },
            Arms.Joint("speed", min: null, max: null, maxStep: null) with { Unit = ChannelUnit.Degree, MaxVelocity = 0.4 }));

        guard.Step([2, -2], new double[2]);

        Assert.Equal([GuardCodes.Bound, GuardCodes.Velocity], guard.Codes());
        Assert.Equal([(0.5, "deg/s"), (0.4, "deg/s")], guard.LastInterventions.ToArray().Select(item => (item.Limit, item.Unit)));
        Assert.Equal("GD110 bound out of bounds; clipped: 2 deg/s → 0.5 deg/s (limit 0.5 deg/s)", guard.Explain(guard.LastInterventions[0]));
    }

    [Fact]
    public void A_hold_stops_the_arm_and_leaves_the_gripper_where_it_is()
    {
        ActionGuard guard = new(Velocity(
            Arms.Joint("arm", maxStep: null), Arms.Joint("grip", 0, 1, null) with { Role = ChannelRole.Gripper }));
        double[] safe = new double[2];
        guard.Step([0.5, 0.7], safe);

        guard.Step([double.NaN, 0.2], safe);

        Assert.Equal([0, 0.7], safe);
    }
}
