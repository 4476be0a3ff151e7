using FsCheck;
using FsCheck.Fluent;
using Interlock.Core.Randomness;
using Interlock.Policies.Scheduling;

namespace Interlock.Policies.Tests.Scheduling;

public sealed class InterpolationTests
{
    [Theory]
    [InlineData(5, 1000, ChunkInterpolation.Linear)]
    [InlineData(5, 1000, ChunkInterpolation.Cubic)]
    [InlineData(5, 1000, ChunkInterpolation.Hold)]
    [InlineData(30, 90, ChunkInterpolation.Linear)]
    [InlineData(7, 700, ChunkInterpolation.Cubic)]
    [InlineData(0.1, 1000, ChunkInterpolation.Linear)]
    public void Every_row_is_hit_exactly_at_its_time(double policyHz, double controlHz, ChunkInterpolation interpolation)
    {
        ChunkScheduleOptions options = new() { PolicyRateHz = policyHz, ControlRateHz = controlHz, Interpolation = interpolation };
        ChunkScheduler scheduler = Plans.Of(options);
        SeededRandom random = new(3);
        double[] rows = [.. Enumerable.Range(0, 64).Select(_ => random.NextNormal())];
        scheduler.Give(0, rows);
        int ticksPerStep = (int)Math.Round(controlHz / policyHz);
        double[] action = new double[1];
        for (int tick = 0; tick <= 63 * ticksPerStep; tick++)
        {
            ScheduleTick given = scheduler.Next(options.NominalStepsPerTick, action);
            bool isRow = tick % ticksPerStep == 0;
            Assert.Equal(isRow ? TickStatus.Fresh : TickStatus.Interpolated, given.Status);
            Assert.Equal(tick / ticksPerStep, given.Step);
            if (isRow)
            {
                Assert.Equal(rows[tick / ticksPerStep], action[0]);
            }
        }

        Assert.Equal(TickStatus.Starved, scheduler.Next(options.NominalStepsPerTick, action).Status);
    }

    [Theory]
    [InlineData(ChunkInterpolation.Linear)]
    [InlineData(ChunkInterpolation.Cubic)]
    [InlineData(ChunkInterpolation.Hold)]
    public void No_command_lies_beyond_its_two_rows_at_any_pace_and_after_any_splice(ChunkInterpolation interpolation)
    {
        bool Holds(int seed)
        {
            SeededRandom random = new((ulong)(uint)seed);
            ChunkScheduler scheduler = Plans.Of(Plans.SameRate with { Interpolation = interpolation });
            double last = double.NaN;
            for (int tick = 0; tick < 200; tick++)
            {
                if (scheduler.WantsChunk || random.NextInt(9) == 0)
                {
                    scheduler.Give(scheduler.NextStep, [.. Enumerable.Range(0, 2 + random.NextInt(8)).Select(_ => random.NextNormal())]);
                }

                double[] ends = [.. new[] { last }.Concat(scheduler.Ahead(2)).Where(double.IsFinite)];
                last = scheduler.Step(random.NextDouble());
                if (last < ends.Min() || last > ends.Max())
                {
                    return false;
                }
            }

            return true;
        }

        Prop.ForAll<int>(Holds).QuickCheckThrowOnFailure();
    }

    [Theory]
    [InlineData(ChunkInterpolation.Linear)]
    [InlineData(ChunkInterpolation.Cubic)]
    public void A_splice_between_two_rows_does_not_jump(ChunkInterpolation interpolation)
    {
        ChunkScheduler scheduler = Plans.Of(new() { PolicyRateHz = 5, ControlRateHz = 1000, Interpolation = interpolation });
        scheduler.Give(0, 0, 1, 2, 3);
        double last = scheduler.Run(301, 0.005)[^1];
        Assert.Equal(1.5, last, 9);
        scheduler.Give(2, 12, 13);
        double[] after = scheduler.Run(100, 0.005);
        Assert.Equal(12, after[^1]);
        double largest = after.Prepend(last).Zip(after, (a, b) => Math.Abs(b - a)).Max();
        Assert.InRange(largest, 0.1, interpolation == ChunkInterpolation.Linear ? 0.106 : 0.32);
    }

    [Fact]
    public void A_cubic_has_no_corner_at_a_row_where_the_straight_line_has_one()
    {
        const double h = 1e-4;
        Assert.Equal(2, Corner(ChunkInterpolation.Linear), 6);
        Assert.Equal(0, Corner(ChunkInterpolation.Cubic), 2);

        static double Corner(ChunkInterpolation interpolation)
        {
            ChunkScheduler scheduler = Plans.Of(Plans.SameRate with { Interpolation = interpolation });
            scheduler.Give(0, 0, 1, 4, 5);
            double[] samples = new double[3];
            scheduler.PeekAhead(1 - h, h, samples);
            return (samples[2] - (2 * samples[1]) + samples[0]) / h;
        }
    }

    [Fact]
    public void Looking_ahead_sees_what_will_be_given_and_moves_nothing()
    {
        ChunkScheduler scheduler = Plans.Of(Plans.SameRate);
        scheduler.Give(0, 0, 1, 4);
        scheduler.Run(2, 0.25);
        double[] ahead = new double[9];
        Assert.Equal(8, scheduler.PeekAhead(0, 0.25, ahead));
        Assert.Equal(ahead[1..8], scheduler.Run(7, 0.25));
        Assert.Equal(0, scheduler.PeekAhead(0.1, 1, ahead));
    }
}
