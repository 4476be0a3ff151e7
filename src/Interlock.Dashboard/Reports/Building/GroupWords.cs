using System.Globalization;
using Interlock.Dashboard.Reports.Facts;

namespace Interlock.Dashboard.Reports.Building;

/// <summary>Several recordings in a sentence or two.</summary>
internal static class GroupWords
{
    public static string Of(GroupFacts group, int problems)
    {
        string success = group.Success.Value is null
            ? "Nobody judged whether the task was done."
            : string.Create(CultureInfo.InvariantCulture, $"The task was done in {group.Success.Count} of {group.Success.N} judged episodes ({group.Success.Value:0.0 %}; 95 % interval {group.Success.Low:0.0 %} to {group.Success.High:0.0 %}).");
        string guard = string.Create(
            CultureInfo.InvariantCulture,
            $" In {group.Episodes} {(group.Episodes == 1 ? "recording" : "recordings")} of together {group.LengthS:0} s the guard stepped in {group.StretchesPerEpisode.Count:N0} times and {group.WithStop.Count} {(group.WithStop.Count == 1 ? "recording" : "recordings")} had a latched stop.");
        string unread = problems == 0 ? "" : $" {problems} {(problems == 1 ? "file" : "files")} could not be used.";
        return success + guard + unread;
    }
}
