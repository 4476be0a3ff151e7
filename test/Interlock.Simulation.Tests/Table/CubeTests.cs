using Interlock.Simulation.Geometry;
using Interlock.Simulation.Table;

namespace Interlock.Simulation.Tests.Table;

public sealed class CubeTests
{
    private const double Open = 0.07;
    private const double Dt = 1.0 / 600;
    private static readonly Vector3d Place = new(0.3, 0, 0.02);

    [Fact]
    public void Fingers_that_close_around_the_cube_catch_it_and_carry_it()
    {
        Cube cube = Caught();
        Vector3d lifted = Place + new Vector3d(0, 0.1, 0.2);

        cube.Advance(Pose.ToolDown(lifted, 0.4), Cube.WidthM, Dt);

        Assert.True(cube.IsHeld);
        Assert.True((cube.Position - lifted).Length < 1e-12);
        Assert.Equal(Cube.WidthM, cube.LowestOpeningM);
    }

    [Fact]
    public void Fingers_that_close_next_to_the_cube_catch_nothing()
    {
        Cube cube = new();
        cube.Reset(Place, Open);
        Pose beside = Pose.ToolDown(Place + new Vector3d(0, 0.02, 0), 0);

        cube.Advance(beside, Cube.WidthM - 0.001, Dt);

        Assert.False(cube.IsHeld);
    }

    [Fact]
    public void Fingers_that_come_closed_over_the_cube_do_not_catch_it()
    {
        Cube cube = new();
        cube.Reset(Place, openingM: 0.01);

        cube.Advance(Pose.ToolDown(Place, 0), 0.01, Dt);

        Assert.False(cube.IsHeld);
    }

    [Fact]
    public void An_opened_hand_lets_the_cube_fall_to_the_table_under_gravity()
    {
        Cube cube = Caught();
        Pose high = Pose.ToolDown(Place + new Vector3d(0, 0, 0.2), 0);
        cube.Advance(high, Cube.WidthM, Dt);
        int steps = 0;
        for (; !cube.IsOnTable && steps < 1000; steps++)
        {
            cube.Advance(high, Open, Dt);
        }

        Assert.InRange(steps * Dt, Math.Sqrt(2 * 0.2 / 9.81) - (3 * Dt), Math.Sqrt(2 * 0.2 / 9.81) + (3 * Dt));
        Assert.Equal(Cube.WidthM / 2, cube.Position.Z);
    }

    [Fact]
    public void A_cube_that_slipped_is_not_caught_again_without_opening_first()
    {
        Cube cube = Caught();

        cube.Drop();
        cube.Advance(Pose.ToolDown(Place, 0), 0.03, Dt);

        Assert.False(cube.IsHeld);
    }

    private static Cube Caught()
    {
        Cube cube = new();
        cube.Reset(Place, Open);
        cube.Advance(Pose.ToolDown(Place, 0), Open, Dt);
        cube.Advance(Pose.ToolDown(Place, 0), Cube.WidthM - 0.0001, Dt);
        Assert.True(cube.IsHeld);
        return cube;
    }
}
