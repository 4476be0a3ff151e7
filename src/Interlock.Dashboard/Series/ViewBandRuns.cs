using Interlock.Core.Diagnostics;
using Interlock.Recording.Overview;

namespace Interlock.Dashboard.Series;

/// <summary>When the bands of a recorded guard were listening.</summary>
internal static class ViewBandRuns
{
    private const string EpisodeKind = "episode_start";

    // A proxy guards the rows of a reply all at once: its times are not those of the steps.
    private const string ProxyFact = "interlock.proxy.client";

    public static IReadOnlyList<ViewBandRun> Of(OverviewedLog log)
    {
        if (log.Log.Session.Facts.ContainsKey(ProxyFact))
        {
            return [];
        }

        BandClock clock = new(StartsWithTheRun(log));
        List<ViewBandRun> runs = [];
        IEnumerable<(double T, string? Source)> changes = (log.Overview.Tracks.FirstOrDefault(track => track.Name == "source")?.Spans ?? [])
            .Select(span => (span.FromS, span.Hidden == 0 ? span.Word : null));
        IEnumerable<(double T, string? Source)> episodes = log.Overview.Events.Where(happened => happened.Kind == EpisodeKind).Select(happened => (happened.TimeS, (string?)EpisodeKind));
        double since = 0;
        foreach ((double t, string? source) in changes.Concat(episodes).OrderBy(change => change.T).Append((log.Overview.LengthS, null)))
        {
            Close(runs, clock, since, t);
            since = t;
            if (source == EpisodeKind)
            {
                clock.BeginEpisode(t);
            }
            else
            {
                clock.Show(t, source);
            }
        }

        return runs;
    }

    private static void Close(List<ViewBandRun> runs, BandClock clock, double from, double to)
    {
        if (clock.ZeroT is { } zero && from < to)
        {
            runs.Add(new ViewBandRun(from, to, zero));
        }
    }

    // The recording of a trigger begins in the middle; which step was its first stands in the step alone.
    private static bool StartsWithTheRun(OverviewedLog log)
    {
        try
        {
            return log.StepAt(0) is { Tick: 0 };
        }
        catch (DiagnosticException)
        {
            return false;
        }
    }
}
