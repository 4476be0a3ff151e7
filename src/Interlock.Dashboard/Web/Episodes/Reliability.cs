using Interlock.Core.Diagnostics;
using Interlock.Core.Statistics;
using Interlock.Dashboard.Series;
using Interlock.Dashboard.Web.Answers;
using Interlock.Dashboard.Web.Folder;
using Interlock.Recording.Episodes.Listing;

namespace Interlock.Dashboard.Web.Episodes;

/// <summary>What came of a folder's recordings with low and with high confidence.</summary>
internal static class Reliability
{
    private const string Signal = "scalar/confidence";
    private const int Bins = 5;

    // Each is opened once; more would keep the page waiting.
    private const int MostRead = 200;

    public static ReliabilityAnswer OfNothing { get; } = new(0, 0, 0, 0, [], Missing(0, 0, []));

    public static ReliabilityAnswer Of(EpisodeFolder folder, EpisodeViews views, CancellationToken cancellation)
    {
        ListedRecording[] all = [.. folder.Items().Select(item => item.Item).Where(item => item.Entry is not null)];
        ListedRecording[] judged = [.. all.Where(item => item.Entry!.Success is not null)];
        ListedRecording[] read = [.. judged.TakeLast(MostRead)];
        List<(double Confidence, bool Success)> found = [];
        foreach (ListedRecording item in read)
        {
            if (Lowest(folder.PathOf(EpisodeFolder.IdOf(item.Path)), views, cancellation) is { } lowest)
            {
                found.Add((lowest, item.Entry!.Success == true));
            }
        }

        return new ReliabilityAnswer(all.Length, judged.Length, read.Length, found.Count, [.. Binned(found)], Missing(all.Length, judged.Length, found));
    }

    private static double? Lowest(string path, EpisodeViews views, CancellationToken cancellation)
    {
        try
        {
            using EpisodeLease lease = views.Rent(path, cancellation: cancellation);
            return lease.View.Signals.FirstOrDefault(signal => signal.Key == Signal) is { Whole: { Count: > 0 } whole } && double.IsFinite(whole.Min) ? whole.Min : null;
        }
        catch (DiagnosticException)
        {
            // The list of recordings says what is wrong with it.
            return null;
        }
    }

    private static IEnumerable<ReliabilityBin> Binned(List<(double Confidence, bool Success)> found) => found
        .GroupBy(each => (int)Math.Clamp(Math.Floor(each.Confidence * Bins), 0, Bins - 1))
        .OrderBy(bin => bin.Key)
        .Select(bin =>
        {
            (int good, int n) = (bin.Count(each => each.Success), bin.Count());
            Interval interval = WilsonInterval.Of(good, n);
            return new ReliabilityBin(bin.Key / (double)Bins, (bin.Key + 1) / (double)Bins, good, n, interval.Low, interval.High);
        });

    private static string? Missing(int all, int judged, List<(double Confidence, bool Success)> found) => (all, judged, found.Count) switch
    {
        (0, _, _) => "There is no recording in this folder.",
        (_, 0, _) => $"{Of(all)} judged: say on a recording's page what came of it (success or failure), or let the run say it.",
        (_, _, 0) => $"{Of(judged, "judged ")} a confidence: the policy has to answer in chunks that overlap, in several samples, or with token entropies (docs/confidence.md).",
        _ when found.All(each => each.Success) => "Every one of them succeeded: what low confidence is worth shows only where some failed.",
        _ when found.All(each => !each.Success) => "Every one of them failed: what high confidence is worth shows only where some succeeded.",
        _ => null,
    };

    private static string Of(int all) => all == 1 ? "The recording of this folder is not" : $"None of the {all} recordings of this folder is";

    private static string Of(int judged, string kind) => judged == 1 ? $"The {kind}recording does not have" : $"None of the {judged} {kind}recordings has";
}
