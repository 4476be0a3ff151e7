using System.Globalization;
using Interlock.Core.Diagnostics;
using Interlock.Dashboard.Reports.Facts;
using Interlock.Dashboard.Series;

namespace Interlock.Dashboard.Reports.Building;

/// <summary>From a view to the facts of a report.</summary>
internal sealed class EpisodeReading(EpisodeView view, string file)
{
    private static readonly string[] Weighty = ["intervention", "alarm", "stop", "watchdog", "fault"];

    private const int MostEvents = 2000;

    private readonly List<Diagnostic> _findings = [.. view.Findings];

    /// <param name="sha256">Of the file; null where it was not taken.</param>
    /// <param name="withMotion">Reads every command.</param>
    /// <param name="cancellation">Ends that.</param>
    public EpisodeFacts Read(string? sha256, bool withMotion, CancellationToken cancellation)
    {
        RecordedFiles files = new(view, _findings);
        RunSettings settings = files.Settings();
        RunRemains remains = RunRemains.Of(view, _findings);
        EventFacts? stop = view.Events.Where(happened => happened.Kind == "stop").Select(Of).FirstOrDefault();
        InterventionFacts interventions = InterventionReading.Of(view);
        IReadOnlyList<MomentFacts> moments = new MomentReading(view, _findings).Worst();
        EpisodeFacts facts = new()
        {
            File = file,
            Bytes = new FileInfo(view.Path).Length,
            Sha256 = sha256,
            RunId = view.Session.RunId,
            Task = view.Session.Task,
            Policy = view.Session.Policy,
            Robot = view.Session.Robot,
            CertificateLevel = view.Session.CertificateLevel,
            SoftwareVersion = view.Session.SoftwareVersion,
            StartUtc = DateTimeOffset.UnixEpoch.AddTicks(view.Session.StartUtcNs / TimeSpan.NanosecondsPerTick).ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture),
            RateHz = view.Layout.RateHz,
            LengthS = view.LengthS,
            Steps = view.Counts.Steps,
            Verdict = VerdictWords.Of(view, interventions, stop, remains.Texts),
            Success = view.Success,
            Outcome = view.Outcome,
            EndState = Strip("supervisor") is { Spans: [.., { } last] } ? last.Value : null,
            FirstStop = stop,
            Stops = view.Counts.Stops,
            Interventions = interventions,
            EventsByCode = [.. view.Counts.Events.Where(count => Weighty.Contains(count.Kind)).OrderByDescending(count => count.Count).ThenBy(count => count.Code, StringComparer.Ordinal)
                .ThenBy(count => count.Channel, StringComparer.Ordinal).Select(count => new CodeCountFacts(count.Kind, count.Code, count.Channel, count.Count))],
            EventsShown = [.. view.Events.Where(happened => Weighty.Contains(happened.Kind)).Take(MostEvents).Select(Of)],
            Log = remains.Texts,
            WorstMargin = view.WorstMargin,
            Moments = moments,
            Channels = [.. view.Layout.Channels.Distinct().Select(name => ChannelReading.Of(view, name))],
            States = [.. States("supervisor", view.Counts.StepsBySupervisor), .. States("verdict", view.Counts.StepsByVerdict), .. States("source", view.Counts.StepsBySource)],
            Timing = TimingReading.Of(view, settings),
            Numbers = [.. view.Signals.Where(signal => signal.Group is "monitor" or "force" or "scalar").Select(signal => NumberReading.Of(view, signal))],
            Motion = withMotion ? MotionReading.Of(view, _findings, cancellation) : null,
            Contract = view.Contract is { } contract ? ContractReading.Of(contract) : null,
            Calibration = files.Calibration(),
            ConfidenceCalibration = settings.ConfidenceCalibration,
            Attachments = files.Files,
            GateChecks = files.GateChecks(),
            Health = Health(remains.End),
            Findings = [],
            Tags = view.Notes.Tags,
            Note = view.Notes.Note,
            Reproduce = $"interlock replay {ShellWord.Of(file)}",
        };

        // Last: every part may have found something.
        return facts with { Findings = [.. _findings.Distinct().Select(FindingFacts.Of)] };
    }

    public static EventFacts Of(ViewEvent happened)
    {
        EventFacts facts = new(happened.T, happened.Tick, happened.Kind, happened.Code, happened.Channel, happened.Value, happened.Limit, happened.Text, happened.Count);
        return facts with { Text = VerdictWords.Words(facts) };
    }

    private ViewStrip? Strip(string name) => view.Strips.FirstOrDefault(strip => strip.Name == name);

    private IEnumerable<StateFacts> States(string strip, IReadOnlyList<KeyValuePair<string, long>> steps) =>
        steps.Where(word => word.Value > 0).Select(word =>
            new StateFacts(strip, word.Key, word.Value, view.Layout.RateHz > 0 ? word.Value / view.Layout.RateHz : 0, (double)word.Value / Math.Max(1, view.Counts.Steps)));

    private HealthFacts Health(IReadOnlyDictionary<string, string>? end)
    {
        return new HealthFacts(view.IsComplete, view.Counts.StepsDropped, Dropped("events_dropped"), Dropped("items_dropped"), view.Overview.EventsUncounted);

        long? Dropped(string key) => long.TryParse(end?.GetValueOrDefault(key), NumberStyles.None, CultureInfo.InvariantCulture, out long count) ? count : null;
    }
}
