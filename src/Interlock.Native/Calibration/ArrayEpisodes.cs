using Interlock.Core.Episodes;
using Interlock.Core.Units;

namespace Interlock.Native.Calibration;

/// <summary>Demonstrations that a caller holds in memory.</summary>
internal sealed class ArrayEpisodes(double[][] episodes, IReadOnlyList<string> channels, double? rateHz) : IEpisodeSource
{
    public EpisodeSourceDescription Description { get; } = new()
    {
        Location = "demonstrations",
        Format = "memory",
        RateHz = rateHz,
        ActionChannels = channels,
        ActionUnits = [.. channels.Select(_ => ChannelUnit.None)],
    };

    public IEnumerable<Episode> ReadEpisodes()
    {
        for (int i = 0; i < episodes.Length; i++)
        {
            yield return new Episode
            {
                Index = i,
                Length = episodes[i].Length / channels.Count,
                Actions = episodes[i],
                ActionDimension = channels.Count,
            };
        }
    }
}
