using Interlock.Simulation.Geometry;
using Interlock.Simulation.PickAndPlace;

namespace Interlock.Simulation.Tests.PickAndPlace;

public sealed class WaypointPathTests
{
    private static readonly WaypointPath Path = new(
    [
        new(Stage.Start, Vector3d.Zero, 0, 0.07, 0),
        new(Stage.Approach, new Vector3d(1, 0, 0), 0.5, 0.07, 2),
        new(Stage.Grasp, new Vector3d(1, 0, 0), 0.5, 0.03, 1),
    ]);

    [Fact]
    public void Way_points_are_met_at_their_times_and_held_at_the_ends()
    {
        Assert.Equal(Vector3d.Zero, Path.At(-1).Position);
        Assert.Equal(1, Path.At(2).Position.X, 12);
        Assert.Equal(0.07, Path.At(2).OpeningM, 12);
        Assert.Equal(0.03, Path.At(99).OpeningM, 12);
        Assert.Equal(3, Path.DurationS);
    }

    [Fact]
    public void The_fastest_moment_is_half_way_at_15_eighths_of_the_mean_speed()
    {
        Assert.Equal(15.0 / 8 / 2, Path.ToolSpeedAt(1), tolerance: 1e-4);
        Assert.Equal(0.5, Path.At(1).Position.X, 12);
        Assert.Equal(0, Path.ToolSpeedAt(2.5));
        Assert.Equal(0, Path.ToolSpeedAt(99));
    }

    [Fact]
    public void Stages_change_when_a_way_point_is_met()
    {
        Assert.Equal(Stage.Approach, Path.StageAt(1.99));
        Assert.Equal(Stage.Grasp, Path.StageAt(2.01));
    }
}
