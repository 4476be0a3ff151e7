using Interlock.Core.Randomness;
using Interlock.Simulation.Arm;
using Interlock.Simulation.Geometry;
using Interlock.Simulation.Table;

namespace Interlock.Simulation.PickAndPlace;

/// <summary>The task: the cube has to lie at the goal.</summary>
public static class PickAndPlaceTask
{
    /// <summary>The instruction, as it is written into recordings.</summary>
    public const string Instruction = "pick up the cube and put it on the goal";

    /// <summary>Largest horizontal distance between cube and goal that counts as reached, in metres.</summary>
    public const double GoalToleranceM = 0.03;

    /// <summary>Longest episode, in seconds.</summary>
    public const double TimeLimitS = 15;

    private const double HomeSpreadM = 0.02;

    private static readonly Vector3d Home = new(0.24, 0, 0.20);

    /// <summary>A configuration near the home pose, tool down, gripper open: joints [rad], gripper [m].</summary>
    public static double[] SampleStart(ArmDescription arm, SeededRandom random)
    {
        double[] start = [0, 0.4, 1.7, 1.0, 0, 0, PickAndPlacePlanner.OpenM];
        Vector3d spread = new(random.NextDouble(-1, 1), random.NextDouble(-1, 1), random.NextDouble(-1, 1));
        new InverseKinematics(arm).Solve(Pose.ToolDown(Home + (HomeSpreadM * spread), 0), start);
        return start;
    }

    /// <summary>True when the cube lies on the table, released, within <see cref="GoalToleranceM"/> of the goal.</summary>
    public static bool IsReached(ArmWorld world, TableScene scene) =>
        world.IsCubeOnTable && (world.CubePosition - scene.Goal).HorizontalLength <= GoalToleranceM;
}
