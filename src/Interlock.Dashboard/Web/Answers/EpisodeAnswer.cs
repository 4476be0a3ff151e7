using System.Globalization;
using Interlock.Core.Text;
using Interlock.Dashboard.Arm;
using Interlock.Dashboard.Series;
using Interlock.Recording.Flight.Session;

namespace Interlock.Dashboard.Web.Answers;

/// <summary>All of a recording but its numbers.</summary>
internal record EpisodeAnswer
{
    private const long NsPerTick = 100;

    public required string Id { get; init; }

    public required string File { get; init; }

    public required double LengthS { get; init; }

    public required double RateHz { get; init; }

    public required DateTimeOffset StartUtc { get; init; }

    public required IReadOnlyDictionary<string, string?> Session { get; init; }

    public required IReadOnlyList<SignalAnswer> Signals { get; init; }

    public required IReadOnlyList<StripAnswer> Strips { get; init; }

    public required IReadOnlyList<EventAnswer> Events { get; init; }

    public required IReadOnlyList<ChunkAnswer> Chunks { get; init; }

    public required IReadOnlyList<string> Cameras { get; init; }

    public required IReadOnlyList<FileAnswer> Attachments { get; init; }

    public required string? Outcome { get; init; }

    public required IReadOnlyList<string> Tags { get; init; }

    public required string? Note { get; init; }

    public required IReadOnlyDictionary<string, double> Counts { get; init; }

    /// <summary>How often each code acted on each channel, exact however long the recording is; empty where nobody counted.</summary>
    public IReadOnlyList<EventCountAnswer> EventCounts { get; init; } = [];

    public required ArmModel? Arm { get; init; }

    public required string Reproduce { get; init; }

    public static EpisodeAnswer Of(string id, EpisodeView view) => new()
    {
        Id = id,
        File = Path.GetFileName(view.Path),
        LengthS = view.LengthS,
        RateHz = view.Layout.RateHz,
        StartUtc = UtcOf(view.Session.StartUtcNs),
        Session = SessionOf(view.Session),
        Signals = [.. view.Signals.Select(SignalAnswer.Of)],
        Strips = [.. view.Strips.Select(strip => new StripAnswer(strip.Name, [.. strip.Spans.Select(span => new SpanAnswer(span.T0, span.T1, span.Value, span.Text))]))],
        Events = [.. view.Events.Select(EventAnswer.Of)],
        Chunks = [.. view.Overview.Chunks.Select(chunk => new ChunkAnswer(chunk.TimeS, chunk.Rows, chunk.LatencyMs))],
        Cameras = view.Layout.Cameras,
        Attachments = [.. view.Attachments.Select(file => new FileAnswer(file.Name, file.MediaType, (long)file.DataSize))],
        Outcome = view.Success switch { true => "success", false => "failure", null => null },
        Tags = view.Notes.Tags,
        Note = view.Notes.Note,
        Counts = CountsOf(view),
        EventCounts = [.. view.Counts.Events.Select(found => new EventCountAnswer(found.Kind, found.Code, found.Channel, found.Count))],
        Arm = ArmModel.Of(view),
        Reproduce = $"interlock replay {Quoted.Of(Path.GetFileName(view.Path))}",
    };

    public static DateTimeOffset UtcOf(long utcNs) =>
        DateTimeOffset.UnixEpoch.AddTicks(Math.Clamp(utcNs / NsPerTick, 0, (DateTimeOffset.MaxValue - DateTimeOffset.UnixEpoch).Ticks));

    public static IReadOnlyDictionary<string, string?> SessionOf(FlightSession session)
    {
        Dictionary<string, string?> facts = new()
        {
            ["task"] = session.Task,
            ["policy"] = session.Policy,
            ["robot"] = session.Robot,
            ["certificate_level"] = session.CertificateLevel,
            ["run_id"] = session.RunId,
            ["software_version"] = session.SoftwareVersion,
        };
        foreach ((string name, string value) in session.Facts)
        {
            facts.TryAdd(name, value);
        }

        return facts;
    }

    private static Dictionary<string, double> CountsOf(EpisodeView view)
    {
        Dictionary<string, double> counts = new()
        {
            ["steps"] = view.Counts.Steps,
            ["interventions"] = view.Counts.Interventions,
            ["stops"] = view.Counts.Stops,
            ["chunks"] = view.Counts.Chunks,
        };
        foreach ((string word, long steps) in view.Counts.StepsByVerdict)
        {
            counts[string.Create(CultureInfo.InvariantCulture, $"steps {word}")] = steps;
        }

        if (view.WorstMargin is { } margin)
        {
            counts["worst_margin"] = margin;
        }

        return counts;
    }
}
