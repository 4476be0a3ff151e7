using Interlock.Core.Episodes;
using Interlock.Core.Randomness;
using Interlock.Core.Units;

namespace Interlock.Guard.Tests.Calibration;

/// <summary>Episodes in memory, as a dataset reader would give them.</summary>
internal sealed class Demonstrations : IEpisodeSource
{
    private readonly IReadOnlyList<Episode> _episodes;

    public Demonstrations(IReadOnlyList<Episode> episodes, double? rateHz = 30, IReadOnlyList<string>? names = null, ChannelUnit? unit = null)
    {
        int dimension = episodes.Count == 0 ? 1 : episodes[0].ActionDimension;
        _episodes = episodes;
        Description = new EpisodeSourceDescription
        {
            Location = "demonstrations",
            Format = "npy",
            RateHz = rateHz,
            ActionChannels = names ?? [.. Enumerable.Range(0, dimension).Select(j => $"joint_{j}")],
            ActionUnits = [.. Enumerable.Repeat(unit ?? ChannelUnit.Radian, dimension)],
        };
    }

    public EpisodeSourceDescription Description { get; }

    public int Passes { get; private set; }

    public IEnumerable<Episode> ReadEpisodes()
    {
        Passes++;
        return _episodes;
    }

    public static Episode Of(int index, int dimension, params double[] actions) =>
        new() { Index = index, Length = actions.Length / dimension, Actions = actions, ActionDimension = dimension };

    /// <summary>Stationary first-order autoregression per channel, unit variance: every episode starts somewhere else.</summary>
    public static Episode Autoregressive(SeededRandom random, int index, int steps, int dimension, double correlation)
    {
        double[] actions = new double[steps * dimension];
        double innovation = Math.Sqrt(1 - (correlation * correlation));
        for (int j = 0; j < dimension; j++)
        {
            double value = random.NextNormal();
            for (int t = 0; t < steps; t++)
            {
                actions[(t * dimension) + j] = value;
                value = (correlation * value) + (innovation * random.NextNormal());
            }
        }

        return Of(index, dimension, actions);
    }

    public static Demonstrations Autoregressive(ulong seed, int episodes, int steps, int dimension, double correlation)
    {
        SeededRandom random = new(seed);
        return new Demonstrations([.. Enumerable.Range(0, episodes).Select(i => Autoregressive(random, i, steps, dimension, correlation))]);
    }

    /// <summary>The same episodes with some of their channels replaced.</summary>
    public static Demonstrations With(int count, int steps, int dimension, Func<int, int, int, double> actionOf, IReadOnlyList<string>? names = null, double? rateHz = 30) =>
        new([.. Enumerable.Range(0, count).Select(e => Of(e, dimension, [.. Enumerable.Range(0, steps * dimension).Select(k => actionOf(e, k / dimension, k % dimension))]))], rateHz, names);
}
