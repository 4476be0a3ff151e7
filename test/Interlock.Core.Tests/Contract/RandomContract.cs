using Interlock.Core.Contract;
using Interlock.Core.Randomness;
using Interlock.Core.Units;

namespace Interlock.Core.Tests.Contract;

/// <summary>Valid contracts of every shape, from a seed.</summary>
internal static class RandomContract
{
    private static readonly string[] NamePieces = ["joint", ".pos", " x", "null", "true", "1", "-", "é", "'", "\"", "#", ": ", "\\", "[", "~", "%"];

    public static SafetyContract Of(ulong seed)
    {
        SeededRandom random = new(seed);
        List<ChannelContract> channels = [];
        for (int i = 0; i <= random.NextInt(8); i++)
        {
            channels.Add(Channel(random, $"{Name(random)}{i}"));
        }

        string[] boxed = [.. channels.GroupBy(channel => channel.Unit).First().Take(3).Select(channel => channel.Name)];
        return Possible(new SafetyContract
        {
            Name = Name(random) + "n",
            RateHz = random.NextDouble(0.5, 1000),
            Space = Member<ActionSpace>(random),
            Reference = Member<ActionReference>(random),
            Channels = channels,
            SpeedNorms = Maybe(random) ? [new SpeedNorm(boxed, Positive(random))] : [],
            Workspace = Maybe(random) ? Box(random, channels, boxed) : null,
            Force = Maybe(random) ? new ForceLimit { MaxForceN = MaybePositive(random), OnExceed = Member<StopReaction>(random) } : null,
            Mode = Member<GuardMode>(random),
            RateLimiting = Member<RateLimiting>(random),
            Watchdog = Maybe(random) ? new Watchdog(random.NextDouble(1, 1000), Member<StopReaction>(random)) : null,
            Escalation = Maybe(random) ? new Escalation(random.NextDouble(), 1 + random.NextInt(99), Member<StopReaction>(random)) : null,
            Monitors = Maybe(random) ? new MonitorSettings { Profile = Member<PolicyProfile>(random), Calibration = Maybe(random) ? "a b.json" : null } : null,
        });
    }

    /// <summary>Takes out what rules between the parts forbid.</summary>
    private static SafetyContract Possible(SafetyContract contract)
    {
        bool rate = contract.Space is ActionSpace.JointVelocity or ActionSpace.EeDelta;
        contract = rate && contract.Reference == ActionReference.RelativeChunk ? contract with { Reference = ActionReference.Absolute } : contract;
        bool[] kinds = [.. contract.Channels.Select(contract.CommandsRate)];
        return contract with
        {
            SpeedNorms = kinds.Distinct().Count() > 1 ? [] : contract.SpeedNorms,
            Workspace = kinds.Contains(true) ? null : contract.Workspace,
        };
    }

    private static ChannelContract Channel(SeededRandom random, string name)
    {
        ChannelUnit unit = random.NextInt(5) == 0 ? ChannelUnit.None : ChannelUnit.All[random.NextInt(ChannelUnit.All.Count)];
        bool continuous = unit.Quantity == UnitQuantity.Angle && Maybe(random);
        bool perStep = Maybe(random);
        double low = random.NextNormal() * Math.Exp(random.NextNormal() * 5);
        double high = low + Positive(random);
        bool bounded = !continuous && Maybe(random);
        return new ChannelContract
        {
            Name = name,
            Role = Member<ChannelRole>(random),
            Unit = unit,
            Continuous = continuous,
            Min = bounded ? low : null,
            Max = bounded ? high : null,
            SoftMin = bounded && Maybe(random) ? low : null,
            MaxStep = perStep ? MaybePositive(random) : null,
            MaxVelocity = perStep ? null : MaybePositive(random),
            MaxAcceleration = MaybePositive(random),
            MaxJerk = MaybePositive(random),
        };
    }

    private static Workspace Box(SeededRandom random, List<ChannelContract> all, string[] channels)
    {
        double[] low = [.. channels.Select(name => (all.First(channel => channel.Name == name).Min ?? 0) - Positive(random))];
        return new Workspace(channels, low, [.. channels.Select((name, i) => Math.Max(low[i], all.First(channel => channel.Name == name).Min ?? 0) + Positive(random))]);
    }

    private static string Name(SeededRandom random)
    {
        string name = "";
        for (int i = 0; i <= random.NextInt(4); i++)
        {
            name += NamePieces[random.NextInt(NamePieces.Length)];
        }

        return name.Trim() is { Length: > 0 } trimmed ? trimmed : "a";
    }

    private static bool Maybe(SeededRandom random) => random.NextInt(2) == 0;

    private static double Positive(SeededRandom random) => Math.Exp(random.NextNormal() * 5);

    private static double? MaybePositive(SeededRandom random) => Maybe(random) ? Positive(random) : null;

    private static T Member<T>(SeededRandom random)
        where T : struct, Enum
    {
        T[] values = Enum.GetValues<T>();
        return values[random.NextInt(values.Length)];
    }
}
