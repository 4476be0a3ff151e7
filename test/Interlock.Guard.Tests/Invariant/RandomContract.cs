using Interlock.Core.Contract;
using Interlock.Core.Randomness;

namespace Interlock.Guard.Tests.Invariant;

/// <summary>Contracts of every shape: narrow and wide, with and without each limit, limits that fight each other, every mode and reaction.</summary>
internal static class RandomContract
{
    public static SafetyContract Next(SeededRandom random)
    {
        double rateHz = Pick(random, 1, 5, 30, 50, 200, 1000, 10_000);
        int count = random.NextInt(50) == 0 ? 1 + random.NextInt(64) : 1 + random.NextInt(4);
        bool rate = random.NextInt(6) == 0;
        ChannelContract[] channels = [.. Enumerable.Range(0, count).Select(i => RandomChannel.Next(random, i, rateHz, rate))];
        return new SafetyContract
        {
            Name = "random",
            RateHz = rateHz,
            Channels = channels,
            Space = rate ? (random.NextInt(2) == 0 ? ActionSpace.JointVelocity : ActionSpace.EeDelta) : ActionSpace.JointPosition,
            Reference = Reference(random, rate),
            RateLimiting = random.NextInt(2) == 0 ? RateLimiting.PerChannel : RateLimiting.PathConsistent,
            SpeedNorms = Norms(random, channels, rateHz, rate),
            Workspace = rate || random.NextInt(4) != 0 ? null : Box(random, channels),
            Force = random.NextInt(8) == 0 ? new ForceLimit { MaxForceN = 10, OnExceed = Reaction(random) } : null,
            Watchdog = random.NextInt(4) == 0 ? new Watchdog(100, Reaction(random)) : null,
            Escalation = random.NextInt(4) == 0 ? new Escalation(random.NextDouble(), 1 + random.NextInt(4), Reaction(random)) : null,
            Mode = random.NextInt(2) == 0 ? GuardMode.Clip : (GuardMode)random.NextInt(4),
        };
    }

    private static StopReaction Reaction(SeededRandom random) => (StopReaction)random.NextInt(3);

    private static ActionReference Reference(SeededRandom random, bool rate)
    {
        if (rate)
        {
            return random.NextInt(2) == 0 ? ActionReference.DeltaStep : ActionReference.Absolute;
        }

        return random.NextInt(5) == 0 ? ActionReference.RelativeChunk : ActionReference.Absolute;
    }

    /// <summary>One norm, or two that share a channel; a norm joins commands of one kind.</summary>
    private static SpeedNorm[] Norms(SeededRandom random, ChannelContract[] channels, double rateHz, bool rate)
    {
        string[] names = [.. channels.Where(channel => !rate || channel.Role != ChannelRole.Gripper).Take(3).Select(channel => channel.Name)];
        if (names.Length < 2 || random.NextInt(3) != 0)
        {
            return [];
        }

        SpeedNorm first = new([.. names.Take(2)], RandomChannel.Magnitude(random, random.NextInt(8) == 0 ? 1e-4 : 1) * rateHz);
        return names.Length == 3 && random.NextInt(2) == 0
            ? [first, new SpeedNorm([.. names.Skip(1)], RandomChannel.Magnitude(random, 1) * rateHz)]
            : [first];
    }

    /// <summary>A box that cuts the first channels' bounds on a random side, or states the only bounds that there are.</summary>
    private static Workspace? Box(SeededRandom random, ChannelContract[] channels)
    {
        ChannelContract[] inside = [.. channels.Where(channel => !channel.Continuous).Take(1 + random.NextInt(3))];
        if (inside.Length == 0)
        {
            return null;
        }

        (double Low, double High)[] sides = [.. inside.Select(channel => Side(random, channel))];
        return new Workspace([.. inside.Select(channel => channel.Name)], [.. sides.Select(side => side.Low)], [.. sides.Select(side => side.High)]);
    }

    private static (double Low, double High) Side(SeededRandom random, ChannelContract channel)
    {
        double low = channel.Min ?? ((channel.Max ?? 0) - 7);
        double high = channel.Max ?? (low + 7);
        double edge = random.NextDouble(low, high);
        return random.NextInt(2) == 0 ? (low - 1, edge) : (edge, high + 1);
    }

    private static double Pick(SeededRandom random, params double[] values) => values[random.NextInt(values.Length)];
}
