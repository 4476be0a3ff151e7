using Interlock.Core.Contract;
using Interlock.Core.Randomness;
using Interlock.Core.Units;

namespace Interlock.Guard.Tests.Invariant;

/// <summary>Contracts of every shape, narrow and wide, with and without each limit.</summary>
internal static class RandomContract
{
    public static SafetyContract Next(SeededRandom random)
    {
        double rateHz = Pick(random, 5, 30, 50, 200, 1000);
        int count = 1 + random.NextInt(4);
        ChannelContract[] channels = new ChannelContract[count];
        bool rate = random.NextInt(6) == 0;
        for (int i = 0; i < count; i++)
        {
            channels[i] = Channel(random, i, rateHz, rate);
        }

        return new SafetyContract
        {
            Name = "random",
            RateHz = rateHz,
            Channels = channels,
            Space = rate ? (random.NextInt(2) == 0 ? ActionSpace.JointVelocity : ActionSpace.EeDelta) : ActionSpace.JointPosition,
            Reference = rate && random.NextInt(2) == 0 ? ActionReference.DeltaStep : ActionReference.Absolute,
            RateLimiting = random.NextInt(2) == 0 ? RateLimiting.PerChannel : RateLimiting.PathConsistent,
            SpeedNorms = count > 1 && random.NextInt(3) == 0
                ? [new SpeedNorm([.. channels.Take(2).Select(channel => channel.Name)], Magnitude(random, 1) * rateHz / 30)]
                : [],
            Mode = GuardMode.Clip,
        };
    }

    private static ChannelContract Channel(SeededRandom random, int index, double rateHz, bool aroundZero)
    {
        double centre = aroundZero || random.NextInt(3) == 0 ? 0 : random.NextDouble(-100, 100);
        double half = Magnitude(random, 10);
        double dt = 1 / rateHz;
        double motion = Magnitude(random, 1);
        double change = motion * random.NextDouble(0.02, 1.5);
        bool bounded = random.NextInt(10) != 0;
        bool hasMotion = random.NextInt(4) != 0;
        bool hasChange = random.NextInt(2) == 0;
        bool hasJerk = random.NextInt(3) == 0;
        bool perStep = random.NextInt(2) == 0;
        return new ChannelContract
        {
            Name = $"c{index}",
            Unit = ChannelUnit.Radian,
            Role = random.NextInt(8) == 0 ? ChannelRole.Gripper : ChannelRole.Joint,
            Min = bounded ? centre - half : null,
            Max = bounded ? centre + half : null,
            SoftMin = bounded && random.NextInt(4) == 0 ? centre - (half * 0.8) : null,
            SoftMax = bounded && random.NextInt(4) == 0 ? centre + (half * 0.8) : null,
            MaxStep = hasMotion && perStep ? motion : null,
            MaxVelocity = hasMotion && !perStep ? motion / dt : null,
            MaxAcceleration = hasChange ? change / (dt * dt) : null,
            MaxJerk = hasJerk ? change * random.NextDouble(0.05, 1.5) / (dt * dt * dt) : null,
        };
    }

    private static double Magnitude(SeededRandom random, double scale) => scale * Math.Pow(10, random.NextDouble(-2, 1));

    private static double Pick(SeededRandom random, params double[] values) => values[random.NextInt(values.Length)];
}
