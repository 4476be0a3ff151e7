using Interlock.Core.Contract;
using Interlock.Core.Randomness;
using Interlock.ExecSpec.Gate;
using Interlock.ExecSpec.Gate.Probing;
using Interlock.ExecSpec.Specification;

namespace Interlock.Runtime.Campaign.World;

/// <summary>The start gate of the campaign's cell: two keys of statistics, one of which was certified.</summary>
internal sealed class CampaignGate
{
    private const double LowQuantile = 0.01;
    private const double HighQuantile = 0.99;

    /// <summary>How far the statistics of two tasks lie apart, as a share of their range.</summary>
    private const double KeyShift = 0.15;

    private readonly ExecutableSpec _certified;

    public CampaignGate(SafetyContract contract, ulong seed)
    {
        SeededRandom random = new(seed);
        _certified = new ExecutableSpec
        {
            Name = contract.Name,
            Action = new ActionSpec
            {
                Channels = [.. contract.Channels.Select(channel => new ActionChannel { Name = channel.Name, Role = channel.Role, Unit = channel.Unit })],
                RateHz = CampaignPolicy.RateHz,
                Quantity = contract.Space,
                Reference = ActionReference.Absolute,
            },
            Unnormaliser = Key("campaign_left", contract, random),
            Siblings = [Key("campaign_right", contract, random)],
        };
    }

    /// <summary>The certified statistics.</summary>
    public Normaliser RightKey => _certified.Unnormaliser;

    /// <summary>Those of the other task.</summary>
    public Normaliser WrongKey => _certified.Siblings[0];

    /// <summary>Decides whether a policy may start with these statistics.</summary>
    public GateReport Decide(Normaliser loaded)
    {
        ExecutableSpec running = _certified with { Unnormaliser = loaded };
        return StartupGate.Run(new GateRequest
        {
            Certified = _certified,
            Running = running,
            DecodePath = new SpecDecodePath(running),
            Scope = GateScope.WithoutRobot,
        });
    }

    private static Normaliser Key(string name, SafetyContract contract, SeededRandom random)
    {
        double[] shift = [.. contract.Channels.Select(channel => KeyShift * (channel.Max!.Value - channel.Min!.Value) * random.NextDouble(-1, 1))];
        double[] low = [.. contract.Channels.Select((channel, i) => (channel.Min!.Value / 2) + shift[i])];
        double[] high = [.. contract.Channels.Select((channel, i) => (channel.Max!.Value / 2) + shift[i])];
        return new Normaliser
        {
            Key = name,
            Scheme = NormalisationScheme.Quantile,
            LowQuantile = LowQuantile,
            HighQuantile = HighQuantile,
            Statistics = new ActionStatistics
            {
                Channels = contract.Channels.Count,
                Min = low,
                Max = high,
                Quantiles = [new QuantileRow(LowQuantile, low), new QuantileRow(HighQuantile, high)],
            },
            Arithmetic = LibraryArithmetic.OpenVla,
        };
    }
}
