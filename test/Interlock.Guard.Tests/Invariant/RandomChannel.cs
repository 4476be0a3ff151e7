using Interlock.Core.Contract;
using Interlock.Core.Randomness;
using Interlock.Core.Units;

namespace Interlock.Guard.Tests.Invariant;

/// <summary>Channels whose limits may contradict each other: no room to move, a stop of thousands of steps, jerk without acceleration.</summary>
internal static class RandomChannel
{
    public static ChannelContract Next(SeededRandom random, int index, double rateHz, bool rate)
    {
        double dt = 1 / rateHz;
        double motion = Magnitude(random, 1);
        double change = motion * (random.NextInt(8) == 0 ? 1e-5 : random.NextDouble(0.02, 1.5));
        bool perStep = random.NextInt(2) == 0;
        bool hasMotion = random.NextInt(4) != 0;
        ChannelContract channel = new()
        {
            Name = $"c{index}",
            Unit = ChannelUnit.Radian,
            Role = random.NextInt(8) == 0 ? ChannelRole.Gripper : ChannelRole.Joint,
            MaxStep = hasMotion && perStep ? motion : null,
            MaxVelocity = hasMotion && !perStep ? motion / dt : null,
            MaxAcceleration = random.NextInt(2) == 0 ? change / (dt * dt) : null,
            MaxJerk = random.NextInt(3) == 0 ? Math.Min(change * random.NextDouble(0.05, 1.5) / (dt * dt * dt), ContractLimits.MaxMagnitude) : null,
        };
        return random.NextInt(8) == 0 && !rate ? channel with { Continuous = true } : WithBounds(random, channel, motion, rate);
    }

    public static double Magnitude(SeededRandom random, double scale) => scale * Math.Pow(10, random.NextDouble(-2, 1));

    private static ChannelContract WithBounds(SeededRandom random, ChannelContract channel, double motion, bool aroundZero)
    {
        double centre = aroundZero || random.NextInt(3) == 0 ? 0 : random.NextDouble(-100, 100);
        double half = random.NextInt(10) switch
        {
            0 => 0,
            1 => motion * 0.3,
            _ => Magnitude(random, 10),
        };
        int sides = random.NextInt(12);
        double soft = random.NextInt(4) == 0 ? half : half * 0.8;
        return channel with
        {
            Min = sides is 0 or 1 ? null : centre - half,
            Max = sides is 0 or 2 ? null : centre + half,
            SoftMin = sides > 2 && random.NextInt(4) == 0 ? centre - soft : null,
            SoftMax = sides > 2 && random.NextInt(4) == 0 ? centre + soft : null,
        };
    }
}
