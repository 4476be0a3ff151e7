using Interlock.Core.Randomness;
using Interlock.Guard.Limits;

namespace Interlock.Guard.Tests.Limits;

public sealed class StoppingDistanceTests
{
    [Fact]
    public void The_largest_step_uses_the_room_up_and_never_more()
    {
        SeededRandom random = new(1);
        for (int i = 0; i < 100_000; i++)
        {
            double change = Math.Pow(10, random.NextDouble(-6, 2));
            double room = change * Math.Pow(10, random.NextDouble(-3, 6));

            double step = StoppingDistance.LargestStep(room, change);

            Assert.InRange(WayToRest(step, change), room * (1 - 1e-9), room * (1 + 1e-9));
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(6)]
    [InlineData(10)]
    public void Whole_sums_give_whole_steps(double room)
    {
        double steps = StoppingDistance.LargestStep(room, 1);
        Assert.Equal(room, steps * (steps + 1) / 2);
    }

    [Theory]
    [InlineData(double.PositiveInfinity, 1)]
    [InlineData(5, double.PositiveInfinity)]
    [InlineData(double.PositiveInfinity, double.PositiveInfinity)]
    public void Without_a_bound_or_a_limit_the_room_is_the_step(double room, double change) =>
        Assert.Equal(room, StoppingDistance.LargestStep(room, change));

    [Fact]
    public void Beyond_the_exact_range_the_step_is_a_little_too_small_and_never_too_large()
    {
        const double change = 1e-12;
        foreach (double room in new[] { 1.1, 7.0, 1e6 })
        {
            double step = StoppingDistance.LargestStep(room, change);
            double steps = step / change;
            Assert.InRange(change * steps * (steps + 1) / 2, room * (1 - 1e-5), room * (1 + 1e-12));
        }
    }

    [Fact]
    public void What_surely_fits_does_fit()
    {
        SeededRandom random = new(2);
        for (int i = 0; i < 100_000; i++)
        {
            double change = random.NextDouble(0.01, 1);
            double step = random.NextDouble(0, 20 * change);
            double room = random.NextDouble(0, 200 * change);
            if (StoppingDistance.SurelyFits(step, room, change))
            {
                Assert.True(WayToRest(step, change) <= room);
            }
        }
    }

    private static double WayToRest(double step, double change)
    {
        double way = 0;
        for (double left = step; left > 0; left -= change)
        {
            way += left;
        }

        return way;
    }
}
