using Interlock.Cli.Inputs;
using Interlock.Core.Contract;
using Interlock.Core.Contract.Writing;
using Interlock.Core.Diagnostics;
using Interlock.Core.Episodes;
using Interlock.Core.Text;

namespace Interlock.Cli.Verbs.Contract;

/// <summary>Starts a contract from what demonstrations did: a description of the past, without a guarantee.</summary>
internal sealed class ObservedContract(IEpisodeSource source, double margin, DiagnosticCollector findings)
{
    private readonly EpisodeSourceDescription _description = source.Description;
    private readonly ObservedChannel[] _channels = [.. source.Description.ActionChannels.Select(_ => new ObservedChannel())];
    private int _episodes;
    private long _steps;

    /// <summary>Reads every episode once.</summary>
    /// <exception cref="DiagnosticException">CT075: nothing finite was found; DS codes: the data is unreadable.</exception>
    public (SafetyContract Contract, ContractNotes Notes) Build(string? name, double? rateHz, CancellationToken cancellation)
    {
        foreach (Episode episode in source.ReadEpisodes())
        {
            cancellation.ThrowIfCancellationRequested();
            Observe(episode);
        }

        SafetyContract contract = new()
        {
            Name = name ?? SourceName.Of(_description.Location),
            RateHz = rateHz ?? _description.RateHz,
            Channels = [.. _channels.Select(Channel)],
        };
        findings.ThrowIfErrors();
        return (contract, Notes());
    }

    private void Observe(Episode episode)
    {
        _episodes++;
        _steps += episode.Length;
        for (int i = 0; i < _channels.Length; i++)
        {
            _channels[i].Observe(episode, i);
        }
    }

    private ChannelContract Channel(ObservedChannel seen, int index)
    {
        string name = _description.ActionChannels[index];
        Report(seen, name);
        double span = seen.HasValues ? seen.Max - seen.Min : 0;
        return new ChannelContract
        {
            Name = name,
            Role = name.Contains("gripper", StringComparison.OrdinalIgnoreCase) ? ChannelRole.Gripper : ChannelRole.Joint,
            Unit = _description.ActionUnits[index],
            Min = seen.HasValues ? OutwardRounding.Down(seen.Min - (margin * span), span) : null,
            Max = seen.HasValues ? OutwardRounding.Up(seen.Max + (margin * span), span) : null,
            MaxStep = seen.LargestStep > 0 ? OutwardRounding.Up(seen.LargestStep * (1 + margin), seen.LargestStep) : null,
        };
    }

    private void Report(ObservedChannel seen, string name)
    {
        SourcePlace place = new(_description.Location, null, name);
        if (!seen.HasValues)
        {
            findings.Error(
                "CT075",
                $"no finite value in {_episodes} episodes, so no range can be observed",
                place,
                "choose another dataset, or write the contract by hand");
        }
        else if (seen.NonFinite > 0)
        {
            findings.Warn("CT076", $"{seen.NonFinite} values are not finite and were left out of the range", place);
        }
    }

    private ContractNotes Notes() => new()
    {
        Header =
        [
            $"OBSERVED, NOT GUARANTEED: ranges and largest steps of {_episodes} episodes ({_steps} steps) of {_description.Location},",
            $"widened by {ShortNumber.Of(margin * 100)} % on each side. 'interlock calibrate' gives limits with a stated guarantee.",
            "Check what an action commands (action.space, action.reference) and the unit of every channel.",
        ],
        Channels = Enumerable.Range(0, _channels.Length)
            .DistinctBy(i => _description.ActionChannels[i])
            .ToDictionary(i => _description.ActionChannels[i], i => Remark(_channels[i])),
    };

    private static string Remark(ObservedChannel seen) =>
        $"observed {ShortNumber.Of(seen.Min)} to {ShortNumber.Of(seen.Max)}, largest step {ShortNumber.Of(seen.LargestStep)}";
}
