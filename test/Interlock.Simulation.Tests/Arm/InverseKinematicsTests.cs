using FsCheck;
using FsCheck.Fluent;
using Interlock.Core.Randomness;
using Interlock.Simulation.Arm;
using Interlock.Simulation.Geometry;

namespace Interlock.Simulation.Tests.Arm;

public sealed class InverseKinematicsTests
{
    private static readonly ArmDescription Description = TableArm.Description;

    [Fact]
    public void A_pose_over_the_table_is_reached_from_the_home_configuration()
    {
        Check.QuickThrowOnFailure(Prop.ForAll<int>(seed =>
        {
            SeededRandom random = new(unchecked((ulong)seed));
            Vector3d position = new(random.NextDouble(0.2, 0.38), random.NextDouble(-0.2, 0.2), random.NextDouble(0.02, 0.2));
            Pose target = Pose.ToolDown(position, random.NextDouble(-0.6, 0.6));
            double[] joints = [0, 0.4, 1.7, 1.0, 0, 0];

            bool reached = new InverseKinematics(Description).Solve(target, joints);

            return reached && IsAt(target, joints, 1e-6);
        }));
    }

    [Fact]
    public void Solutions_stay_inside_the_mechanical_stops_even_for_poses_out_of_reach()
    {
        Check.QuickThrowOnFailure(Prop.ForAll<int>(seed =>
        {
            SeededRandom random = new(unchecked((ulong)seed));
            double[] joints = Configurations.Anywhere(random);
            Vector3d position = new(random.NextDouble(-3, 3), random.NextDouble(-3, 3), random.NextDouble(-3, 3));

            new InverseKinematics(Description).Solve(Pose.ToolDown(position, random.NextDouble(-3, 3)), joints);

            return joints.Zip(Description.Joints).All(pair => pair.First >= pair.Second.MinRad && pair.First <= pair.Second.MaxRad);
        }));
    }

    [Fact]
    public void A_pose_out_of_reach_is_reported_as_not_reached()
    {
        double[] joints = [0, 0.4, 1.7, 1.0, 0, 0];

        Assert.False(new InverseKinematics(Description).Solve(Pose.ToolDown(new Vector3d(2, 0, 0.1), 0), joints));
        Assert.All(joints, angle => Assert.True(double.IsFinite(angle)));
    }

    private static bool IsAt(Pose target, double[] joints, double tolerance)
    {
        KinematicChain chain = new(Description);
        chain.MoveTo(joints);
        return (chain.Tool.Position - target.Position).Length <= tolerance
            && chain.Tool.Rotation.AngleTo(target.Rotation) <= tolerance / 0.2;
    }
}
