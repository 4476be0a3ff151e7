using Interlock.Core.Contract;
using Interlock.Core.Diagnostics;
using Interlock.Core.Episodes;
using Interlock.Core.Text;

namespace Interlock.Evaluation.Replay;

/// <summary>Brings a source's channels into the contract's order, by name and never by index.</summary>
public sealed class ChannelMapping
{
    private readonly int[] _sourceIndex;

    private ChannelMapping(int[] sourceIndex, bool byIndex)
    {
        _sourceIndex = sourceIndex;
        IsByIndex = byIndex;
    }

    /// <summary>True when the source has no channel names of its own, so that the order had to be trusted.</summary>
    public bool IsByIndex { get; }

    /// <summary>Finds every channel of the contract in the source.</summary>
    /// <exception cref="DiagnosticException">DS230: a channel is missing, or nameless channels differ in number.</exception>
    public static ChannelMapping Between(SafetyContract contract, EpisodeSourceDescription source)
    {
        string[] names = [.. source.ActionChannels];
        if (names.Select((name, index) => name == $"action_{index}").All(invented => invented) && !Array.Exists(names, IsIn(contract)))
        {
            return ByIndex(contract, source);
        }

        int[] indices = [.. contract.Channels.Select(channel => Array.IndexOf(names, channel.Name))];
        int missing = Array.IndexOf(indices, -1);
        if (missing >= 0)
        {
            string wanted = contract.Channels[missing].Name;
            string? nearest = NearestName.Of(wanted, names);
            throw new DiagnosticException(
                "DS230",
                $"the recording has no channel '{wanted}' (it has {string.Join(", ", names)})",
                SourcePlace.OfFile(source.Location),
                nearest is null ? "channels are matched by name: rename them in the contract" : $"did you mean '{nearest}'?");
        }

        return new ChannelMapping(indices, byIndex: false);
    }

    /// <summary>Copies one action into the contract's order.</summary>
    public void Apply(ReadOnlySpan<double> action, Span<double> ordered)
    {
        for (int i = 0; i < _sourceIndex.Length; i++)
        {
            ordered[i] = action[_sourceIndex[i]];
        }
    }

    private static Predicate<string> IsIn(SafetyContract contract) =>
        name => contract.Channels.Any(channel => channel.Name == name);

    private static ChannelMapping ByIndex(SafetyContract contract, EpisodeSourceDescription source)
    {
        int width = source.ActionChannels.Count;
        return width == contract.Channels.Count
            ? new ChannelMapping([.. Enumerable.Range(0, width)], byIndex: true)
            : throw new DiagnosticException(
                "DS230",
                $"the recording has {width} nameless channels, the contract {contract.Channels.Count}",
                SourcePlace.OfFile(source.Location),
                "name the channels in a csv header, or use a contract with the same number of channels");
    }
}
