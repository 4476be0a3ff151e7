using Interlock.Core.Randomness;
using Interlock.Simulation.Arm;
using Interlock.Simulation.Geometry;
using Interlock.Simulation.PickAndPlace;
using Interlock.Simulation.Table;

namespace Interlock.Simulation.Tests.Table;

public sealed class ArmWorldTests
{
    private static readonly TableScene Scene = new(new Vector3d(0.3, -0.1, 0.02), new Vector3d(0.3, 0.1, 0.02), 0);
    private static readonly ArmWorldOptions Noiseless = new() { JointNoiseRad = 0, GripperNoiseM = 0 };

    [Fact]
    public void An_arm_that_is_told_to_stay_stays_to_the_last_bit()
    {
        (ArmWorld world, double[] start) = AtHome(Noiseless);
        for (int step = 0; step < 100; step++)
        {
            world.Step(start);
        }

        Assert.Equal(start, world.Positions.ToArray());
        Assert.Equal(0, world.Extremes.PeakJointSpeedRadPerS);
        Assert.Equal(0, world.Extremes.PeakForceN);
    }

    [Fact]
    public void A_new_target_is_reached_and_held()
    {
        (ArmWorld world, double[] start) = AtHome(Noiseless);
        double[] target = [.. start.Select(value => value * 0.9)];
        for (int step = 0; step < 60; step++)
        {
            world.Step(target);
        }

        for (int channel = 0; channel < target.Length; channel++)
        {
            Assert.Equal(target[channel], world.Positions[channel], 6);
        }
    }

    [Fact]
    public void Latency_delays_the_motion_and_nothing_else()
    {
        (ArmWorld prompt, double[] start) = AtHome(Noiseless with { CommandLatencyS = 0 });
        (ArmWorld late, _) = AtHome(Noiseless with { CommandLatencyS = 0.03 });
        double[] target = [.. start];
        target[0] += 0.5;

        double promptAfterOne = prompt.Step(target)[0];
        double lateAfterOne = late.Step(target)[0];

        Assert.True(promptAfterOne > lateAfterOne);
        Assert.True(lateAfterOne > start[0]);
    }

    [Fact]
    public void Measurement_noise_has_the_stated_size_and_does_not_touch_the_motion()
    {
        (ArmWorld world, double[] start) = AtHome(new ArmWorldOptions { JointNoiseRad = 0.002 });
        double squares = 0;
        const int steps = 2000;
        for (int step = 0; step < steps; step++)
        {
            double error = world.Step(start)[0] - start[0];
            squares += error * error;
        }

        Assert.InRange(Math.Sqrt(squares / steps), 0.0019, 0.0021);
        Assert.Equal(start, world.Positions.ToArray());
    }

    [Fact]
    public void Pressing_the_tool_into_the_table_is_felt_as_force_and_the_table_holds()
    {
        (ArmWorld world, double[] start) = AtHome(Noiseless);
        double[] below = [.. start];
        Assert.True(new InverseKinematics(world.Arm).Solve(Pose.ToolDown(new Vector3d(0.3, 0, -0.05), 0), below));
        for (int step = 0; step < 90; step++)
        {
            world.Step(below);
        }

        Assert.True(world.Extremes.PeakForceN > 20);
        Assert.True(world.Tool.Position.Z > -0.03);
        Assert.True(world.Extremes.PeakForceN < 1000);
    }

    [Fact]
    public void No_command_however_wild_takes_a_joint_beyond_its_stops_or_speed()
    {
        (ArmWorld world, double[] start) = AtHome(Noiseless);
        SeededRandom random = new(3);
        double[] specials = [double.NaN, double.PositiveInfinity, double.NegativeInfinity, 1e308, -1e308, double.Epsilon];
        double[] command = new double[start.Length];
        for (int step = 0; step < 600; step++)
        {
            for (int channel = 0; channel < command.Length; channel++)
            {
                command[channel] = random.NextInt(4) == 0 ? specials[random.NextInt(specials.Length)] : random.NextDouble(-4, 4);
            }

            world.Step(command);
        }

        for (int joint = 0; joint < world.Arm.JointCount; joint++)
        {
            JointDescription limits = world.Arm.Joints[joint];
            Assert.InRange(world.Extremes.Lowest[joint], limits.MinRad, limits.MaxRad);
            Assert.InRange(world.Extremes.Highest[joint], limits.MinRad, limits.MaxRad);
            Assert.InRange(world.Extremes.PeakSpeed[joint], 0, limits.MaxVelocityRadPerS);
        }

        Assert.True(double.IsFinite(world.Extremes.PeakForceN));
    }

    [Fact]
    public void Running_into_a_stop_at_motor_speed_trips_the_drives_until_the_next_reset()
    {
        (ArmWorld world, double[] start) = AtHome(Noiseless);
        double[] far = [.. start];
        far[0] = 10;
        for (int step = 0; step < 90; step++)
        {
            world.Step(far);
        }

        Assert.True(world.IsTripped);
        double[] where = world.Positions.ToArray();
        world.Step(start);
        Assert.Equal(where[0], world.Positions[0]);

        world.Reset(7, start, Scene);
        Assert.False(world.IsTripped);
    }

    [Fact]
    public void Leaning_slowly_on_a_stop_does_not_trip_the_drives()
    {
        (ArmWorld world, double[] start) = AtHome(Noiseless);
        double[] target = [.. start];
        for (int step = 0; step < 300; step++)
        {
            target[0] = Math.Min(3.0, target[0] + 0.01);
            world.Step(target);
        }

        Assert.Equal(2.8, world.Positions[0], 9);
        Assert.False(world.IsTripped);
    }

    [Fact]
    public void Commands_of_the_wrong_length_are_refused()
    {
        (ArmWorld world, _) = AtHome(Noiseless);

        Assert.Throws<ArgumentOutOfRangeException>(() => world.Step(new double[6]));
    }

    private static (ArmWorld World, double[] Start) AtHome(ArmWorldOptions options)
    {
        ArmWorld world = new(TableArm.Description, options);
        double[] start = PickAndPlaceTask.SampleStart(world.Arm, new SeededRandom(1));
        world.Reset(7, start, Scene);
        return (world, start);
    }
}
