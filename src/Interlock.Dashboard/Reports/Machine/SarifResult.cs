using System.Globalization;
using System.Text.Json.Nodes;
using Interlock.Dashboard.Reports.Facts;
using Interlock.Dashboard.Reports.Html;

namespace Interlock.Dashboard.Reports.Machine;

/// <summary>One result.</summary>
/// <param name="Code">Rule.</param>
/// <param name="Level"><c>error</c>, <c>warning</c> or <c>note</c>.</param>
/// <param name="Message">A sentence.</param>
/// <param name="File">The recording.</param>
/// <param name="Channel">Null where it is not about one.</param>
/// <param name="Tick">Null where it is not about one.</param>
/// <param name="Count">How often.</param>
internal sealed record SarifResult(string Code, string Level, string Message, string File, string? Channel, long? Tick, long Count)
{
    private const int MostPerEpisode = 5000;

    /// <summary>Everything weighty that is in a recording, one result for each code and channel, then its findings.</summary>
    public static IEnumerable<SarifResult> Of(EpisodeFacts episode) =>
    [
        .. episode.EventsByCode.Take(MostPerEpisode).Select(count => Of(episode, count)),
        .. episode.Findings.Select(finding => Of(finding, episode.File)),
    ];

    public static SarifResult Of(FindingFacts finding, string file) =>
        new(finding.Code, finding.Severity switch { "error" => "error", "warning" => "warning", _ => "note" }, finding.Hint is { } hint ? $"{finding.Message} ({hint})" : finding.Message, file, null, null, 1);

    public JsonObject ToJson(int rule)
    {
        JsonObject location = new()
        {
            ["physicalLocation"] = new JsonObject { ["artifactLocation"] = new JsonObject { ["uri"] = Uri.EscapeDataString(CleanText.Of(File)).Replace("%2F", "/", StringComparison.Ordinal) } },
        };
        if (Logical() is { } name)
        {
            location["logicalLocations"] = new JsonArray(new JsonObject { ["fullyQualifiedName"] = CleanText.Of(name), ["kind"] = "member" });
        }

        return new JsonObject
        {
            ["ruleId"] = Code,
            ["ruleIndex"] = rule,
            ["level"] = Level,
            ["message"] = new JsonObject { ["text"] = CleanText.Of(Message) },
            ["locations"] = new JsonArray(location),
            ["occurrenceCount"] = Math.Max(1, Count),
        };
    }

    private static SarifResult Of(EpisodeFacts episode, CodeCountFacts count)
    {
        EventFacts? first = episode.EventsShown.FirstOrDefault(happened => (happened.Kind, happened.Code, happened.Channel) == (count.Kind, count.Code, count.Channel));
        string text = first?.Text ?? $"{count.Kind.Replace('_', ' ')}{(count.Channel is { } channel ? $" on {channel}" : "")} ({count.Code})";
        string message = string.Create(CultureInfo.InvariantCulture, $"{text}; {count.Count:N0} in the recording{(first is null ? "" : $", first at {first.T:0.00} s")}");
        return new SarifResult(count.Code, count.Kind is "stop" or "fault" ? "error" : "warning", message, episode.File, count.Channel, first?.Tick, count.Count);
    }

    private string? Logical() => (Channel, Tick) switch
    {
        (null, null) => null,
        ({ } channel, null) => channel,
        (null, { } tick) => $"tick {tick}",
        ({ } channel, { } tick) => $"{channel}@tick {tick}",
    };
}
