using System.Globalization;
using Interlock.Dashboard.Reports.Facts;

namespace Interlock.Dashboard.Reports.Readiness;

/// <summary>Everything was recorded: every file came to its end, dropped nothing and can be read.</summary>
internal static class LoggingLine
{
    private const string Item = "logging", Title = "Everything was recorded";
    private const string WouldShow = "recordings that came to their end without a drop and can be read";

    public static ReadinessLine Of(IReadOnlyList<EpisodeFacts> episodes, IReadOnlyList<FindingFacts> unread)
    {
        if (unread.Count > 0)
        {
            return ReadinessLine.Wanting(Item, Title, $"{unread[0].File}: {unread[0].Message} ({unread[0].Code}); {unread.Count} {(unread.Count == 1 ? "file" : "files")} could not be read", WouldShow);
        }

        if (episodes.Count == 0)
        {
            return ReadinessLine.NotShown(Item, Title, "", WouldShow);
        }

        foreach (EpisodeFacts episode in episodes)
        {
            if (Lack(episode) is { } lack)
            {
                return ReadinessLine.Wanting(Item, Title, $"{episode.File}: {lack}", WouldShow);
            }
        }

        return episodes.FirstOrDefault(episode => !episode.Health.IsComplete) is { } unknown
            ? ReadinessLine.NotShown(Item, Title, $"what {unknown.File} dropped is not known", WouldShow)
            : ReadinessLine.Shown(Item, Title, string.Create(CultureInfo.InvariantCulture, $"{Words.Where(episodes)}: came to the end, 0 records dropped, {episodes.Sum(episode => episode.Steps):N0} steps"));
    }

    private static string? Lack(EpisodeFacts episode) =>
        episode.Steps == 0 ? "no step"
        : !episode.Health.IsFinished ? "not finished"
        : episode.Health.Dropped > 0 ? string.Create(CultureInfo.InvariantCulture, $"{episode.Health.Dropped:N0} records dropped")
        : episode.Findings.FirstOrDefault(finding => finding.Severity == "error") is { } damage ? $"{damage.Message} ({damage.Code})"
        : null;
}
