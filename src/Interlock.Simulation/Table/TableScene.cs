using Interlock.Core.Randomness;
using Interlock.Simulation.Geometry;

namespace Interlock.Simulation.Table;

/// <summary>Where the cube lies at the start of an episode and where it has to go. Both are on the table.</summary>
/// <param name="CubeStart">p_WC at the start, in metres.</param>
/// <param name="Goal">p_WG: centre of the goal at the height of the cube's centre, in metres.</param>
/// <param name="CubeYawRad">How the cube is turned about the vertical.</param>
public sealed record TableScene(Vector3d CubeStart, Vector3d Goal, double CubeYawRad)
{
    private const double LargestYawRad = 0.5;

    /// <summary>A cube on the right of the table and a goal on its left.</summary>
    public static TableScene Sample(SeededRandom random) => Sample(random, TableTask.ToLeft);

    /// <summary>A scene of a task.</summary>
    /// <param name="random">Where in its regions cube and goal lie, and how the cube is turned.</param>
    /// <param name="task">The task.</param>
    public static TableScene Sample(SeededRandom random, TableTask task) =>
        new(task.Cube.Sample(random), task.Goal.Sample(random), random.NextDouble(-LargestYawRad, LargestYawRad));
}
