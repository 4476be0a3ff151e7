using Interlock.Core.Contract;
using Interlock.Core.Randomness;
using Interlock.Guard.Channels;
using Interlock.Guard.Limits;

namespace Interlock.Guard.Tests.Limits;

public sealed class VectorSpeedLimitTests
{
    [Theory]
    [InlineData(ActionSpace.JointPosition)]
    [InlineData(ActionSpace.EeDelta)]
    public void The_motion_ends_on_the_limit_between_the_wish_and_the_stop(ActionSpace space)
    {
        SeededRandom random = new(1);
        VectorSpeedLimit limit = Limit(space, 1, ["a", "b", "c"]);
        bool isRate = space == ActionSpace.EeDelta;
        for (int i = 0; i < 20_000; i++)
        {
            // A stop that keeps the limit: as motion, or as the rate that results from it.
            double[] inside = [.. Direction(random).Select(value => value * 0.1 * random.NextDouble())];
            double[] position = [.. inside.Select(value => isRate ? random.NextDouble(-1, 1) : 0)];
            double[] brake = [.. inside.Select((value, k) => value - position[k])];
            double[] wish = [.. brake.Select(value => value + (random.NextNormal() * Math.Pow(10, random.NextDouble(-2, 6))))];
            double[] motion = [.. wish];

            bool bound = limit.Apply(position, motion, brake);

            double norm = Norm(position, motion, isRate);
            Assert.True(norm <= 0.1 * (1 + 1e-12), $"case {i}: {norm}");
            Assert.Equal(bound, Norm(position, wish, isRate) > 0.1);
            if (bound)
            {
                Assert.Equal(0.1, norm, 0.1 * 1e-6);
                double[] shares = [.. motion.Select((value, k) => (value - brake[k]) / (wish[k] - brake[k]))];
                Assert.InRange(shares.Max() - shares.Min(), 0, 1e-6);
            }
        }
    }

    [Fact]
    public void Wishes_that_overflow_when_squared_are_limited_as_well()
    {
        VectorSpeedLimit limit = Limit(ActionSpace.JointPosition, 1, ["a", "b", "c"]);
        double[] motion = [double.MaxValue, -1e300, 1];

        Assert.True(limit.Apply(new double[3], motion, new double[3]));

        Assert.InRange(Norm(new double[3], motion, false), 0, 0.1 * (1 + 1e-12));
    }

    [Fact]
    public void Limits_that_share_a_channel_are_joined_and_others_are_not()
    {
        SafetyContract contract = Contract(ActionSpace.JointPosition, 1, ["a", "b"], ["b", "c"], ["d", "e"]);
        ChannelLayout layout = new(contract);

        VectorSpeedLimit[] limits = [.. contract.SpeedNorms.Select(norm => new VectorSpeedLimit(norm, contract, layout))];

        Assert.Equal([0, 1, 2], limits[0].Joined.ToArray());
        Assert.Equal([0, 1, 2], limits[1].Joined.ToArray());
        Assert.Equal([3, 4], limits[2].Joined.ToArray());
    }

    [Theory]
    [InlineData(ActionSpace.JointPosition, 0.1)]
    [InlineData(ActionSpace.EeDelta, 0.1)]
    [InlineData(ActionSpace.JointVelocity, 1)]
    public void The_limit_counts_per_second_whatever_is_commanded(ActionSpace space, double expected) =>
        Assert.Equal(expected, Limit(space, 1, ["a", "b", "c"]).MaxMotion, 12);

    private static double[] Direction(SeededRandom random)
    {
        double[] direction = [random.NextNormal(), random.NextNormal(), random.NextNormal()];
        double norm = Norm(new double[3], direction, false);
        return [.. direction.Select(value => value / norm)];
    }

    private static double Norm(double[] position, double[] motion, bool isRate) =>
        Math.Sqrt(motion.Select((value, i) => Math.Pow(isRate ? position[i] + value : value, 2)).Sum());

    private static VectorSpeedLimit Limit(ActionSpace space, double max, params string[][] groups)
    {
        SafetyContract contract = Contract(space, max, groups);
        return new VectorSpeedLimit(contract.SpeedNorms[0], contract, new ChannelLayout(contract));
    }

    private static SafetyContract Contract(ActionSpace space, double max, params string[][] groups) =>
        Arms.Of([.. groups.SelectMany(names => names).Distinct().Select(name => Arms.Joint(name))]) with
        {
            Space = space,
            SpeedNorms = [.. groups.Select(names => new SpeedNorm(names, max))],
        };
}
