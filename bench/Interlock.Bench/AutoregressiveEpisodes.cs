using Interlock.Core.Episodes;
using Interlock.Core.Randomness;
using Interlock.Core.Units;

namespace Interlock.Bench;

/// <summary>Episodes of a stationary first-order autoregression per channel, unit variance: every episode starts somewhere else.</summary>
internal sealed class AutoregressiveEpisodes(IReadOnlyList<Episode> episodes) : IEpisodeSource
{
    public const double RateHz = 30;
    private const int FewChannels = 3;
    private const int ShortestSteps = 150;
    private const int LongestSteps = 300;

    public EpisodeSourceDescription Description { get; } = new()
    {
        Location = "autoregression",
        Format = "memory",
        RateHz = RateHz,
        ActionChannels = [.. Enumerable.Range(0, episodes[0].ActionDimension).Select(j => $"joint_{j}")],
        ActionUnits = [.. Enumerable.Repeat(ChannelUnit.Radian, episodes[0].ActionDimension)],
    };

    public IEnumerable<Episode> ReadEpisodes() => episodes;

    public static AutoregressiveEpisodes Of(ulong seed, int count, double correlation, int? steps = null, int channels = FewChannels)
    {
        SeededRandom random = new(seed);
        return new AutoregressiveEpisodes([.. Enumerable.Range(0, count).Select(i => Next(random, i, correlation, steps, channels))]);
    }

    /// <summary>An episode of 150 to 300 steps, or of <paramref name="steps"/>.</summary>
    public static Episode Next(SeededRandom random, int index, double correlation, int? steps = null, int channels = FewChannels)
    {
        int length = steps ?? (ShortestSteps + random.NextInt(LongestSteps - ShortestSteps + 1));
        double[] actions = new double[length * channels];
        double innovation = Math.Sqrt(1 - (correlation * correlation));
        for (int j = 0; j < channels; j++)
        {
            double value = random.NextNormal();
            for (int t = 0; t < length; t++)
            {
                actions[(t * channels) + j] = value;
                value = (correlation * value) + (innovation * random.NextNormal());
            }
        }

        return new Episode { Index = index, Length = length, Actions = actions, ActionDimension = channels };
    }
}
