using System.Globalization;
using Interlock.Core.Contract;
using Interlock.Core.Diagnostics;
using Interlock.Recording.Episodes;
using Interlock.Recording.Overview;

namespace Interlock.Dashboard.Series;

/// <summary>Makes a view of a recording.</summary>
internal static class ViewOpening
{
    public static EpisodeView Open(string path, IProgress<double>? progress, CancellationToken cancellation)
    {
        OverviewedLog log = OverviewedLog.Open(path, progress, cancellation);
        try
        {
            return Of(path, log);
        }
        catch
        {
            log.Dispose();
            throw;
        }
    }

    private static EpisodeView Of(string path, OverviewedLog log)
    {
        DiagnosticCollector findings = new();
        foreach (Diagnostic found in log.Findings)
        {
            findings.Add(found);
        }

        IReadOnlyDictionary<string, string>? end = log.Log.End;
        RecordingNotes notes = Notes(path, findings);
        SafetyContract? contract = ViewContract.Find(log.Log, path, findings);
        return new EpisodeView(log)
        {
            Path = path,
            IsComplete = end is not null && log.Log.Recovery is null,
            Contract = contract,
            Signals = ViewSignals.Of(log.Log.Layout, log.Overview.Signals, contract),
            Strips = ViewStrips.Of(log),
            Events = [.. log.Overview.Events.Select(happened => ViewEvents.Of(happened, log.Log.Layout, contract))],
            Counts = Counts(log.Overview, end),
            Success = notes.Success ?? (bool.TryParse(end?.GetValueOrDefault("success"), out bool success) ? success : null),
            Outcome = end?.GetValueOrDefault("outcome"),
            Notes = notes,
            WorstMargin = log.Overview.WorstMoments.Count > 0 ? log.Overview.WorstMoments[0].Margin : null,
            Findings = findings.Items,
        };
    }

    private static RecordingNotes Notes(string path, DiagnosticCollector findings)
    {
        try
        {
            return RecordingNotes.Read(path);
        }
        catch (DiagnosticException exception)
        {
            findings.Warn(exception.Diagnostics[0].Code, exception.Diagnostics[0].Message, exception.Diagnostics[0].Place, exception.Diagnostics[0].Hint);
            return new RecordingNotes();
        }
    }

    private static ViewCounts Counts(RecordingOverview overview, IReadOnlyDictionary<string, string>? end)
    {
        Dictionary<string, OverviewTrack> tracks = overview.Tracks.DistinctBy(track => track.Name).ToDictionary(track => track.Name);
        IReadOnlyList<KeyValuePair<string, long>> Words(string name) => tracks.GetValueOrDefault(name)?.StepsByWord ?? [];
        return new ViewCounts(
            overview.Steps, Words("verdict"), Words("supervisor"), Words("source"), overview.EventCounts, OfKind(overview, "intervention"), OfKind(overview, "stop"),
            overview.ChunkCount, overview.SeamCount,
            long.TryParse(end?.GetValueOrDefault("steps_dropped"), NumberStyles.None, CultureInfo.InvariantCulture, out long dropped) ? dropped : null);
    }

    private static long OfKind(RecordingOverview overview, string kind) => overview.EventCounts.Where(count => count.Kind == kind).Sum(count => count.Count);
}
