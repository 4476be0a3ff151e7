using Interlock.Core.Diagnostics;
using Interlock.Policies.Local;
using Xunit;

namespace Interlock.Policies.Tests.Local;

public sealed class WaypointPolicyTests
{
    private const double RateHz = 10;

    private static WaypointScript Script(bool repeat = false) => new()
    {
        Name = "there and back",
        Channels = ["x", "y"],
        RateHz = RateHz,
        Rows = 5,
        Repeat = repeat,
        Waypoints = [new("there", 1, [10, -4]), new("back", 2, [0, 0])],
    };

    [Fact]
    public void It_is_at_each_waypoint_at_its_time_and_stays_at_the_last_one()
    {
        using WaypointPolicy policy = new(Script());
        double[] x = Drive(policy, steps: 30);
        Assert.Equal(10, x[9], 1e-9);
        Assert.Equal(0, x[19], 1e-9);
        Assert.Equal(0, x[29], 1e-9);
    }

    [Fact]
    public void The_curve_is_the_minimum_jerk_curve_whether_it_is_asked_once_or_at_every_step()
    {
        using WaypointPolicy policy = new(Script());
        double[] x = Drive(policy, steps: 9);
        for (int step = 0; step < x.Length; step++)
        {
            double s = (step + 1) / RateHz;
            Assert.Equal(10 * s * s * s * (10 + (s * (-15 + (6 * s)))), x[step], 1e-9);
        }
    }

    [Fact]
    public void A_chunk_goes_on_over_a_waypoint()
    {
        using WaypointPolicy policy = new(Script());
        double[] x = Drive(policy, steps: 8);
        PolicyChunk chunk = policy.Ask(8, x[7], -0.4 * x[7]);
        Assert.Equal(10, chunk.Row(1)[0], 1e-9);
        Assert.InRange(chunk.Row(2)[0], 9, 10);
        Assert.InRange(chunk.Row(4)[0], 8, chunk.Row(3)[0]);
    }

    [Fact]
    public void A_disturbed_robot_comes_back_without_a_jump_and_arrives_in_time()
    {
        using WaypointPolicy policy = new(Script());
        policy.Ask(0, 0, 0);
        PolicyChunk chunk = policy.Ask(5, 6.5, -2);
        Assert.InRange(Math.Abs(chunk.Row(0)[0] - 6.5), 0, 2.5);
        Assert.Equal(10, chunk.Row(4)[0], 1e-9);
    }

    [Fact]
    public void A_repeated_script_begins_again()
    {
        using WaypointPolicy policy = new(Script(repeat: true));
        double[] x = Drive(policy, steps: 50);
        Assert.Equal(10, x[29], 1e-9);
        Assert.Equal(0, x[39], 1e-9);
        Assert.Equal(10, x[49], 1e-9);
    }

    [Fact]
    public void An_unknown_state_is_an_unknown_command_in_that_channel_only()
    {
        using WaypointPolicy policy = new(Script());
        PolicyChunk chunk = policy.Ask(7, double.NaN, 1);
        for (int row = 0; row < chunk.Rows; row++)
        {
            Assert.True(double.IsNaN(chunk.Row(row)[0]));
            Assert.True(double.IsFinite(chunk.Row(row)[1]));
        }
    }

    [Fact]
    public void A_state_of_another_robot_is_refused()
    {
        using WaypointPolicy policy = new(Script());
        DiagnosticException refused = Assert.Throws<DiagnosticException>(() => policy.Ask(0, 1, 2, 3));
        Assert.Equal("PO176", Assert.Single(refused.Diagnostics).Code);
    }

    private static double[] Drive(WaypointPolicy policy, int steps)
    {
        double[] state = [0, 0];
        double[] x = new double[steps];
        for (int step = 0; step < steps; step++)
        {
            PolicyChunk chunk = policy.Ask(step, [.. state]);
            chunk.Row(0).CopyTo(state);
            x[step] = state[0];
        }

        return x;
    }
}
