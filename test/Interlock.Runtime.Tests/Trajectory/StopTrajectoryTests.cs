using System.Globalization;
using Interlock.Core.Randomness;
using Interlock.Runtime.Trajectory;

namespace Interlock.Runtime.Tests.Trajectory;

public sealed class StopTrajectoryTests
{
    private const string StatesVariable = "INTERLOCK_STOP_STATES";
    private const int DefaultStates = 200_000;

    /// <summary>Ruckig's own bar: limits within 1e-12, the end state within 1e-8.</summary>
    [Fact]
    public void From_any_state_it_ends_at_rest_within_its_limits_and_its_extremes()
    {
        int states = int.TryParse(Environment.GetEnvironmentVariable(StatesVariable), NumberStyles.None, CultureInfo.InvariantCulture, out int n) ? n : DefaultStates;
        SeededRandom random = new(2511);
        for (int state = 0; state < states; state++)
        {
            double maxA = Math.Pow(10, random.NextDouble(-1, 1.5));
            double maxJ = Math.Pow(10, random.NextDouble(-1, 2.5));
            double v = random.NextDouble(-5, 5) * random.NextInt(4) / 3;
            double a = random.NextDouble(-1.5, 1.5) * maxA * random.NextInt(4) / 3;
            StopProfile stop = StopProfile.Plan(random.NextDouble(-3, 3), v, a, maxA, maxJ);
            Assert.True(IsSound(stop, a, maxA, maxJ), $"state {state}: v {v:R} a {a:R} A {maxA:R} J {maxJ:R}: {stop}");
        }
    }

    [Fact]
    public void It_is_as_fast_as_the_limits_allow()
    {
        // 1 rad/s with 2 rad/s² and 8 rad/s³: 0.25 s to build the deceleration up, 0.25 s of it, 0.25 s to release it.
        StopProfile stop = StopProfile.Plan(0, 1, 0, 2, 8);
        Assert.Equal(0.75, stop.DurationS, 12);
        Assert.Equal(0.375, stop.End, 12);

        // Too short for the full deceleration: two ramps of √(v/J).
        Assert.Equal(2 * Math.Sqrt(0.1 / 8), StopProfile.Plan(0, 0.1, 0, 2, 8).DurationS, 12);

        // Without a jerk limit v/A, without any at once.
        Assert.Equal(0.5, StopProfile.Plan(0, -1, 3, 2, double.PositiveInfinity).DurationS, 12);
        Assert.Equal((0, 4), (StopProfile.Plan(4, -1, 3, double.PositiveInfinity, double.PositiveInfinity).DurationS, StopProfile.Plan(4, -1, 3, double.PositiveInfinity, double.PositiveInfinity).End));
    }

    [Fact]
    public void No_stop_with_jerks_at_their_limits_is_shorter()
    {
        SeededRandom random = new(5);
        for (int trial = 0; trial < 20_000; trial++)
        {
            double a0 = random.NextDouble(-2, 2);
            double v0 = random.NextDouble(-2, 2);
            double durationS = StopProfile.Plan(0, v0, a0, 2, 8).DurationS;
            (double v, double a) = (v0, a0);
            double otherS = 0;
            for (int piece = 0; piece < 3; piece++)
            {
                double t = random.NextDouble(0, 0.4);
                double jerk = 8 * (random.NextInt(3) - 1);
                jerk = Math.Abs(a + (jerk * t)) > 2 ? 0 : jerk;
                v += t * (a + (jerk * t / 2));
                a += jerk * t;
                otherS += t;
            }

            // Any detour followed by the stop from where it led takes at least as long as the stop from here.
            Assert.True(otherS + StopProfile.Plan(0, v, a, 2, 8).DurationS >= durationS - 1e-9);
        }
    }

    [Fact]
    public void A_channel_that_is_carried_back_is_seen_to_leave_its_bounds_on_the_way()
    {
        StopTrajectory stop = new(2);
        StopLimits limits = new([2, 2], [8, 8]);
        Assert.True(stop.Plan([0, 0], [-0.1, 1], [2, 0], limits));
        Assert.True(stop.LowestPosition(0) < 0 && stop.EndPosition(0) > 0);
        Assert.Equal(0, stop.LowestPosition(1));
        Assert.Equal(0.375, stop.HighestPosition(1), 12);
        Assert.True(stop.StaysInside([-1, 0], [1, 0.376]));
        Assert.False(stop.StaysInside([0, 0], [1, 0.376]));
        Assert.False(stop.StaysInside([-1, 0], [1, 0.374]));
        Assert.Equal(Math.Max(stop.Planned(0).DurationS, 0.75), stop.DurationS, 12);
    }

    [Fact]
    public void After_the_stop_every_channel_stays_where_it_came_to_rest()
    {
        StopTrajectory stop = new(1);
        stop.Plan([1], [1], [0], new StopLimits([2], [8]));
        double[] position = new double[1];
        double[] velocity = [9];
        stop.At(99, position, velocity, new double[1]);
        Assert.Equal((stop.EndPosition(0), 0), (position[0], velocity[0]));
        stop.At(0, position);
        Assert.Equal(1, position[0]);
    }

    [Theory]
    [InlineData(double.NaN, 0, 0)]
    [InlineData(0, double.PositiveInfinity, 0)]
    [InlineData(0, 0, double.NaN)]
    [InlineData(0, 1e200, 0)]
    public void A_state_that_is_not_finite_has_no_stop(double position, double velocity, double acceleration)
    {
        StopTrajectory stop = new(1);
        Assert.False(stop.Plan([position], [velocity], [acceleration], new StopLimits([2], [8])));
        Assert.False(stop.StaysInside([double.NegativeInfinity], [double.PositiveInfinity]));
        Assert.Throws<InvalidOperationException>(() => stop.EndPosition(0));
    }

    [Fact]
    public void Planning_allocates_nothing()
    {
        StopTrajectory stop = new(7);
        StopLimits limits = new(Enumerable.Repeat(2.0, 7), Enumerable.Repeat(8.0, 7));
        double[] state = [0.1, 0.2, 0.3, -0.4, 0.5, -0.6, 0.7];
        double[] position = new double[7];
        stop.Plan(state, state, state, limits);
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < 1000; i++)
        {
            stop.Plan(state, state, state, limits);
            stop.At(0.1, position);
            stop.StaysInside(state, state);
        }

        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
    }

    private static bool IsSound(StopProfile stop, double startAcceleration, double maxA, double maxJ)
    {
        double room = Math.Max(maxA, Math.Abs(startAcceleration)) + 1e-12;
        bool isSound = Math.Abs(stop.Third.VelocityAt(stop.Third.DurationS)) <= 1e-8
            && Math.Abs(stop.Third.AccelerationAt(stop.Third.DurationS)) <= 1e-8
            && Math.Max(Math.Abs(stop.First.Jerk), Math.Abs(stop.Third.Jerk)) <= maxJ
            && Math.Abs(stop.Second.Acceleration) <= maxA + 1e-12;
        (double p, double v, double a) last = stop.At(0);
        const int samples = 40;
        for (int i = 1; i <= samples; i++)
        {
            double dt = stop.DurationS / samples;
            (double p, double v, double a) = stop.At(i * dt);
            isSound &= Math.Abs(a) <= room && p >= stop.Lowest - 1e-9 && p <= stop.Highest + 1e-9;
            isSound &= Math.Abs(a - last.a) <= (maxJ * dt) + 1e-9 && Math.Abs(v - last.v) <= (room * dt) + 1e-9;
            last = (p, v, a);
        }

        return isSound;
    }
}
