using Interlock.Dashboard.Reports.Facts;

namespace Interlock.Dashboard.Reports.Html;

/// <summary>The place of an episode in the page: a number, since a file's name is not ours.</summary>
internal static class EpisodeId
{
    public static string Of(ReportFacts facts, EpisodeFacts episode) => $"e{facts.Episodes.Index().First(pair => ReferenceEquals(pair.Item, episode)).Index + 1}";
}
