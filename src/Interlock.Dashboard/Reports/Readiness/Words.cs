using Interlock.Dashboard.Reports.Facts;

namespace Interlock.Dashboard.Reports.Readiness;

/// <summary>Words that several lines use.</summary>
internal static class Words
{
    /// <summary>The file where there is one, else how many.</summary>
    public static string Where(IReadOnlyList<EpisodeFacts> episodes) => episodes is [{ } only] ? only.File : $"{episodes.Count} recordings";
}
