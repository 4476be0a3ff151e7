using Interlock.Core.Episodes;
using Interlock.Datasets.Opening;

namespace Interlock.Cli.Tests.Verbs.Calibrate;

/// <summary>The 99th percentile of within-episode steps, computed the long way: every difference kept, all of them sorted.</summary>
internal static class StepPercentile
{
    private const double Level = 0.99;

    /// <summary>
    /// Per channel: null where nothing ever moves; the largest step where more than 99 % of the steps stand still; else the
    /// percentile, linear between neighbours (type 7).
    /// </summary>
    public static double?[] Of(string dataset)
    {
        IEpisodeSource source = EpisodeSources.Open(dataset);
        List<double>[] steps = [.. source.Description.ActionChannels.Select(_ => new List<double>())];
        foreach (Episode episode in source.ReadEpisodes())
        {
            for (int t = 1; t < episode.Length; t++)
            {
                for (int j = 0; j < steps.Length; j++)
                {
                    steps[j].Add(Math.Abs(episode.Action(t)[j] - episode.Action(t - 1)[j]));
                }
            }
        }

        return [.. steps.Select(Limit)];
    }

    private static double? Limit(List<double> steps)
    {
        steps.Sort();
        double position = Level * (steps.Count - 1);
        int below = (int)Math.Floor(position);
        double above = steps[Math.Min(below + 1, steps.Count - 1)];
        double percentile = steps[below] + ((position - below) * (above - steps[below]));
        double limit = percentile > 0 ? percentile : steps[^1];
        return limit > 0 ? limit : null;
    }
}
