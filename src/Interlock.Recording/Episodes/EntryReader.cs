using System.Globalization;
using Interlock.Core.Diagnostics;
using Interlock.Recording.Flight.Reading;

namespace Interlock.Recording.Episodes;

/// <summary>One recording as a line of a list: by its closing record where it has one, else by reading its steps and events.</summary>
internal static class EntryReader
{
    private const string Intervention = "intervention";
    private const string Stop = "stop";

    public static RecordingEntry Read(string path, DiagnosticCollector findings)
    {
        using FlightLog log = FlightLog.Open(path);
        Counts counts = log.End is { } end ? Told(end, log.Session.StartUtcNs) : Counted(log);
        RecordingNotes notes = Notes(path, findings);
        if (log.Recovery is not null)
        {
            findings.Warn("RC026", "the recording was not finished; its list entry is by what could be recovered", SourcePlace.OfFile(path), "`interlock record recover` makes a finished file of it");
        }

        return new RecordingEntry
        {
            Path = path,
            RunId = log.Session.RunId,
            StartedUtc = DateTimeOffset.UnixEpoch + Duration(log.Session.StartUtcNs),
            Length = Duration(counts.LengthNs),
            Steps = counts.Steps,
            Interventions = counts.Interventions,
            Stops = counts.Stops,
            IsFinished = log.End is not null,
            WorstMargin = counts.WorstMargin,
            Task = log.Session.Task,
            Policy = log.Session.Policy,
            Robot = log.Session.Robot,
            CertificateLevel = log.Session.CertificateLevel,
            Success = notes.Success ?? counts.Success,
            Notes = notes,
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
            EpisodeIndex.Warn(findings, exception);
            return new RecordingNotes();
        }
    }

    private static Counts Told(IReadOnlyDictionary<string, string> end, long startUtcNs) => new(
        Whole(end, "end_file_ns") is { } endNs ? endNs - startUtcNs : 0,
        Whole(end, "steps") ?? 0,
        Whole(end, $"event.{Intervention}") ?? 0,
        Whole(end, $"event.{Stop}") ?? 0,
        double.TryParse(end.GetValueOrDefault("worst_margin"), NumberStyles.Float, CultureInfo.InvariantCulture, out double margin) ? margin : null,
        bool.TryParse(end.GetValueOrDefault("success"), out bool success) ? success : null);

    private static Counts Counted(FlightLog log)
    {
        long steps = 0;
        long lengthNs = 0;
        double? worst = null;
        foreach (FlightStep step in log.Steps())
        {
            steps++;
            lengthNs = step.MonotonicNs - log.Session.StartMonotonicNs;
            worst = Worse(worst, step.Margin);
        }

        Dictionary<string, int> events = log.Events().CountBy(happened => happened.Kind).ToDictionary();
        return new Counts(lengthNs, steps, events.GetValueOrDefault(Intervention), events.GetValueOrDefault(Stop), worst, null);
    }

    // As the recorder counts: a margin that is no number is the worst.
    private static double? Worse(double? worst, double? margin) => (worst, margin) switch
    {
        (_, null) => worst,
        (null, _) => margin,
        _ => Math.Min(worst.Value, margin.Value),
    };

    private static long? Whole(IReadOnlyDictionary<string, string> facts, string key) =>
        long.TryParse(facts.GetValueOrDefault(key), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long value) ? value : null;

    private static TimeSpan Duration(long ns) => TimeSpan.FromTicks(ns / TimeSpan.NanosecondsPerTick);

    private sealed record Counts(long LengthNs, long Steps, long Interventions, long Stops, double? WorstMargin, bool? Success);
}
