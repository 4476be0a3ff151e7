using Interlock.Core.Randomness;
using Interlock.Simulation.Arm;
using Interlock.Simulation.Geometry;

namespace Interlock.Simulation.Tests.Arm;

public sealed class KinematicChainTests
{
    private static readonly ArmDescription Description = TableArm.Description;

    [Fact]
    public void Upright_arm_has_its_tool_above_the_base_at_the_sum_of_the_link_lengths()
    {
        KinematicChain chain = new(Description);

        Assert.Equal(0, chain.Tool.Position.HorizontalLength, 12);
        Assert.Equal(0.10 + 0.06 + 0.25 + 0.22 + 0.06 + 0.04 + 0.10, chain.Tool.Position.Z, 12);
    }

    [Fact]
    public void Bending_the_elbow_by_a_right_angle_points_the_forearm_forward()
    {
        KinematicChain chain = new(Description);

        chain.MoveTo([0, 0, Math.PI / 2, 0, 0, 0]);

        Assert.Equal(0.22 + 0.06 + 0.04 + 0.10, chain.Tool.Position.X, 12);
        Assert.Equal(0, chain.Tool.Position.Y, 12);
        Assert.Equal(0.10 + 0.06 + 0.25, chain.Tool.Position.Z, 12);
    }

    [Fact]
    public void Jacobian_columns_equal_numerical_derivatives_of_the_tool_pose()
    {
        const double step = 1e-6;
        KinematicChain chain = new(Description);
        SeededRandom random = new(11);
        for (int trial = 0; trial < 200; trial++)
        {
            double[] joints = Configurations.Anywhere(random);
            for (int joint = 0; joint < joints.Length; joint++)
            {
                Pose before = PoseAt(chain, joints, joint, -step);
                Pose after = PoseAt(chain, joints, joint, step);
                chain.MoveTo(joints);
                Vector3d linear = (1 / (2 * step)) * (after.Position - before.Position);
                Vector3d angular = (1 / (2 * step)) * before.Rotation.ErrorTo(after.Rotation);

                Assert.True((linear - chain.LinearColumn(joint, chain.Tool.Position)).Length < 1e-8);
                Assert.True((angular - chain.AngularColumn(joint)).Length < 1e-8);
            }
        }
    }

    private static Pose PoseAt(KinematicChain chain, double[] joints, int joint, double change)
    {
        double[] moved = [.. joints];
        moved[joint] += change;
        chain.MoveTo(moved);
        return chain.Tool;
    }
}
