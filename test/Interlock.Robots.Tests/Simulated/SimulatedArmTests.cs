using Interlock.Core.Contract;
using Interlock.Core.Observations;
using Interlock.Core.Units;
using Interlock.Robots.Simulated;
using Xunit;

namespace Interlock.Robots.Tests.Simulated;

public sealed class SimulatedArmTests
{
    private const long Ms = 1_000_000;

    private static readonly SimulatedArmOptions OneJoint = new()
    {
        Channels = [new SimulatedChannel { Name = "joint", Unit = ChannelUnit.Radian, MaxVelocity = 2, MaxAcceleration = 20 }],
    };

    [Fact]
    public void A_target_is_reached_within_speed_and_acceleration_without_overshoot()
    {
        using SimulatedArm arm = new(OneJoint);
        double lastVelocity = 0;
        for (int tick = 0; tick <= 2_000; tick++)
        {
            arm.TrySend([1.0], tick * Ms);
            double velocity = arm.Velocities[0];
            Assert.InRange(Math.Abs(velocity), 0, 2 + 1e-9);
            Assert.InRange(Math.Abs(velocity - lastVelocity), 0, 0.02 + 1e-9);
            Assert.InRange(arm.Positions[0], 0, 1.01);
            lastVelocity = velocity;
        }

        Assert.Equal(1.0, arm.Positions[0], 3);
    }

    [Fact]
    public void A_command_has_no_effect_before_its_latency_has_passed()
    {
        using SimulatedArm arm = new(OneJoint with { CommandLatencyNs = 20 * Ms });
        RobotState state = new(1);
        arm.TrySend([1.0], 0);
        arm.TryRead(state, 20 * Ms);
        Assert.Equal(0, arm.Positions[0]);
        arm.TryRead(state, 25 * Ms);
        Assert.True(arm.Positions[0] > 0);
    }

    [Fact]
    public void Measurements_have_a_rate_of_their_own()
    {
        using SimulatedArm arm = new(OneJoint with { MeasurementRateHz = 100 });
        RobotState state = new(1);
        HashSet<(long Sequence, long TimestampNs)> seen = [];
        for (int tick = 0; tick <= 1_000; tick++)
        {
            arm.TryRead(state, tick * Ms);
            seen.Add((state.Sequence, state.TimestampNs));
        }

        Assert.Equal(Enumerable.Range(0, 101).Select(i => ((long)i, i * 10 * Ms)), seen.Order());
    }

    [Fact]
    public void The_same_calls_give_the_same_bytes_and_another_seed_does_not()
    {
        SimulatedArmOptions noisy = OneJoint with { Channels = [OneJoint.Channels[0] with { NoiseDeviation = 0.01 }] };
        double[] first = Run(noisy);
        Assert.Equal(first, Run(noisy));
        Assert.NotEqual(first, Run(noisy with { Seed = 2 }));
        double deviation = Math.Sqrt(first.Sum(value => value * value) / first.Length);
        Assert.InRange(deviation, 0.008, 0.012);
    }

    [Fact]
    public void A_slower_caller_sees_the_same_motion()
    {
        Assert.Equal(PositionAfterAStep(1), PositionAfterAStep(50));

        static double PositionAfterAStep(int everyMs)
        {
            using SimulatedArm arm = new(OneJoint);
            arm.TrySend([0.5], 0);
            for (int ms = everyMs; ms <= 200; ms += everyMs)
            {
                arm.TryRead(new RobotState(1), ms * Ms);
            }

            return arm.Positions[0];
        }
    }

    [Fact]
    public void The_wall_pushes_back_with_its_stiffness_and_trips_an_overloaded_drive()
    {
        SimulatedArmOptions walled = OneJoint with
        {
            Wall = new SimulatedWall { Weights = new Dictionary<string, double> { ["joint"] = 1 }, Position = 0.5, Stiffness = 2_000 },
        };
        using SimulatedArm pressing = new(walled);
        RobotState state = new(1);
        Hold(pressing, 0.9, 2_000, state);
        Assert.InRange(state.ForceN!.Value, 10, 60);
        Assert.InRange(pressing.Positions[0], 0.5, 0.53);
        Assert.Equal(2_000 * (pressing.Positions[0] - 0.5), pressing.ForceN, 1);
        Assert.False(pressing.IsTripped);

        using SimulatedArm weak = new(walled with { TripForceN = 8 });
        Hold(weak, 0.9, 2_000, state);
        Assert.True(weak.IsTripped);
        Assert.NotEqual(0.9, weak.Accepted[0]);
    }

    [Fact]
    public void A_drive_that_is_asked_for_too_much_for_too_long_trips()
    {
        using SimulatedArm arm = new(OneJoint with
        {
            OverloadS = 0.5,
            Wall = new SimulatedWall { Weights = new Dictionary<string, double> { ["joint"] = 1 }, Position = 0.2 },
        });
        Hold(arm, 3, 400, new RobotState(1));
        Assert.False(arm.IsTripped);
        Hold(arm, 3, 2_000, new RobotState(1), fromTick: 401);
        Assert.True(arm.IsTripped);
        arm.Connect();
        Assert.False(arm.IsTripped);
    }

    [Fact]
    public void A_NaN_that_gets_this_far_drives_into_the_lower_stop_as_real_drivers_do()
    {
        using SimulatedArm arm = new(OneJoint);
        Hold(arm, double.NaN, 4_000, new RobotState(1));
        Assert.Equal(-Math.PI, arm.Accepted[0]);
        Assert.Equal(-Math.PI, arm.Positions[0], 3);
    }

    [Fact]
    public void A_requested_stop_brings_the_arm_to_rest_and_holds_until_it_is_connected_again()
    {
        using SimulatedArm arm = new(OneJoint);
        Hold(arm, 3, 500, new RobotState(1));
        Assert.True(arm.Velocities[0] > 1);
        arm.RequestStop();
        Hold(arm, -3, 1_000, new RobotState(1), fromTick: 501);
        double rest = arm.Positions[0];
        Assert.Equal(0, arm.Velocities[0], 3);
        Assert.True(rest > 0);
        arm.Connect();
        Hold(arm, -3, 1_000, new RobotState(1), fromTick: 1_501);
        Assert.True(arm.Positions[0] < rest);
    }

    [Fact]
    public void A_link_that_is_down_takes_and_gives_nothing()
    {
        using SimulatedArm arm = new(OneJoint) { IsLinkUp = false };
        RobotState state = new(1) { Sequence = 77 };
        Assert.False(arm.TrySend([1], 0));
        Assert.False(arm.TryRead(state, 50 * Ms));
        Assert.Equal(77, state.Sequence);
        Assert.Equal(0, arm.Positions[0]);
    }

    [Fact]
    public void A_frozen_sensor_reports_old_values_as_new()
    {
        using SimulatedArm arm = new(OneJoint) { IsSensorFrozen = true };
        RobotState state = new(1);
        Hold(arm, 1, 500, state);
        Assert.Equal((0.0, 50L), (state.Positions[0], state.Sequence));
        Assert.True(arm.Positions[0] > 0.3);
    }

    [Theory]
    [InlineData(long.MaxValue / 2)]
    [InlineData(long.MinValue / 2)]
    public void A_clock_that_jumps_neither_hangs_nor_moves_the_arm_beyond_its_target(long jumpNs)
    {
        using SimulatedArm arm = new(OneJoint);
        arm.TrySend([0.5], 0);
        arm.TryRead(new RobotState(1), jumpNs);
        arm.TryRead(new RobotState(1), jumpNs + (10 * Ms));
        Assert.InRange(arm.Positions[0], 0, 0.51);
    }

    [Fact]
    public void An_arm_for_a_contract_has_its_channels_and_can_do_what_it_allows()
    {
        SafetyContract contract = new()
        {
            Name = "cell",
            RateHz = 50,
            Channels =
            [
                new ChannelContract { Name = "a", Unit = ChannelUnit.Degree, Min = 10, Max = 90, MaxStep = 2 },
                new ChannelContract { Name = "b", Unit = ChannelUnit.Metre },
            ],
        };
        SimulatedArmOptions options = SimulatedArmOptions.For(contract);
        using SimulatedArm arm = new(options);
        Assert.Equal(["a", "b"], arm.Description.Channels.Select(channel => channel.Name));
        Assert.Equal((10.0, 90.0, 50.0, 200.0), (options.Channels[0].Min, options.Channels[0].Max, options.Channels[0].Start, options.Channels[0].MaxVelocity));
    }

    [Fact]
    public void A_tick_allocates_nothing()
    {
        using SimulatedArm arm = new(OneJoint with { Channels = [OneJoint.Channels[0] with { NoiseDeviation = 0.01 }], ForceNoiseN = 1 });
        RobotState state = new(1);
        Assert.Equal(0, Allocations.Of(now =>
        {
            arm.TryRead(state, now);
            arm.TrySend([0.3], now);
        }));
    }

    private static double[] Run(SimulatedArmOptions options)
    {
        using SimulatedArm arm = new(options);
        RobotState state = new(1);
        return [.. Enumerable.Range(0, 500).Select(measurement =>
        {
            arm.TryRead(state, measurement * 10 * Ms);
            return state.Positions[0];
        })];
    }

    private static void Hold(SimulatedArm arm, double target, int ticks, RobotState state, int fromTick = 0)
    {
        for (int tick = fromTick; tick <= fromTick + ticks; tick++)
        {
            arm.TryRead(state, tick * Ms);
            arm.TrySend([target], tick * Ms);
        }
    }
}
