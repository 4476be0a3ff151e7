using Interlock.Dashboard.Reports.Facts;

namespace Interlock.Dashboard.Reports.Building;

/// <summary>Several recordings together. Statistics count episodes, not steps.</summary>
internal static class GroupReading
{
    private const double SPerMinute = 60;
    private const int MostWorst = 5;

    public static GroupFacts Of(IReadOnlyList<EpisodeFacts> episodes)
    {
        EpisodeFacts[] judged = [.. episodes.Where(episode => episode.Success is not null)];
        long[] stretches = [.. episodes.Select(episode => episode.Interventions.Stretches)];
        return new GroupFacts(
            episodes.Count,
            episodes.Sum(episode => episode.LengthS),
            SuccessShare.Of(judged.Count(episode => episode.Success == true), judged.Length),
            episodes.Count - judged.Length,
            EventRate.Of(stretches, [.. episodes.Select(_ => 1.0)]),
            EventRate.Of(stretches, [.. episodes.Select(episode => episode.LengthS / SPerMinute)]),
            SuccessShare.Of(episodes.Count(episode => episode.Stops > 0), episodes.Count),
            [.. episodes.SelectMany(episode => episode.EventsByCode).GroupBy(count => (count.Kind, count.Code, count.Channel))
                .Select(group => new CodeCountFacts(group.Key.Kind, group.Key.Code, group.Key.Channel, group.Sum(count => count.Count)))
                .OrderByDescending(count => count.Count).ThenBy(count => count.Code, StringComparer.Ordinal).ThenBy(count => count.Channel, StringComparer.Ordinal)],
            [.. WorstFirst(episodes).Take(MostWorst).Select(episode => episode.File)]);
    }

    /// <summary>Failures, then stops, then interventions, then small margins.</summary>
    public static IEnumerable<EpisodeFacts> WorstFirst(IReadOnlyList<EpisodeFacts> episodes) => episodes
        .OrderByDescending(episode => episode.Success == false)
        .ThenByDescending(episode => episode.Stops)
        .ThenByDescending(episode => episode.Interventions.ShareOfSteps ?? 0)
        .ThenBy(episode => Nearness(episode.WorstMargin))
        .ThenBy(episode => episode.File, StringComparer.Ordinal);

    // A margin that is no number is no comfort: it counts as the worst.
    private static double Nearness(double? margin) => margin switch { null => double.MaxValue, double.NaN => double.MinValue, { } known => known };
}
