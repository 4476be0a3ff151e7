using Interlock.Simulation.Geometry;
using Interlock.Simulation.Table;

namespace Interlock.Simulation.PickAndPlace;

/// <summary>Lays the way-points from where the tool is, to the cube, to the goal, and away from it.</summary>
internal static class PickAndPlacePlanner
{
    /// <summary>Opening with which the cube is approached: room on both sides, well inside the range.</summary>
    public const double OpenM = 0.068;

    /// <summary>Opening that is asked for to hold the cube: narrower than it, so that the fingers press.</summary>
    public const double ClosedM = 0.030;

    private const double HoverHeightM = 0.11;
    private const double CarryHeightM = 0.13;

    /// <summary>The cube is let go this far above the table, so that it is not pressed into it.</summary>
    private const double ReleaseHeightM = 0.004;

    public static WaypointPath Plan(Waypoint current, Vector3d cube, TableScene scene, OperatorStyle style)
    {
        Vector3d grasp = style.Aim(cube);
        Vector3d release = style.Aim(scene.Goal) + new Vector3d(0, 0, ReleaseHeightM);
        return new WaypointPath(
        [
            current with { Stage = Stage.Start },
            new(Stage.Approach, Above(grasp, style.Height(HoverHeightM)), scene.CubeYawRad, OpenM, style.Duration(1.7)),
            new(Stage.Descend, grasp, scene.CubeYawRad, OpenM, style.Duration(1.0)),
            new(Stage.Grasp, grasp, scene.CubeYawRad, ClosedM, style.Duration(0.6)),
            new(Stage.Lift, Above(grasp, style.Height(CarryHeightM)), scene.CubeYawRad, ClosedM, style.Duration(0.9)),
            new(Stage.Carry, Above(release, style.Height(CarryHeightM)), 0, ClosedM, style.Duration(1.9)),
            new(Stage.Lower, release, 0, ClosedM, style.Duration(1.1)),
            new(Stage.Release, release, 0, OpenM, style.Duration(0.5)),
            new(Stage.Retreat, Above(release, style.Height(HoverHeightM)), 0, OpenM, style.Duration(0.8)),
        ]);
    }

    private static Vector3d Above(Vector3d position, double heightM) => position + new Vector3d(0, 0, heightM);
}
