using System.Text.Json;
using Interlock.Core.Diagnostics;
using Interlock.Core.Text;
using Interlock.Datasets.Opening;

namespace Interlock.Datasets.Text;

/// <summary>Which keys the lines have; all lines must have those of the first.</summary>
internal sealed record JsonlLayout(JsonVector Action, JsonVector? State, bool HasEpisode, bool HasStep, bool HasTimestamp)
{
    public const string EpisodeKey = "episode";
    public const string StepKey = "step";
    public const string TimestampKey = "timestamp";

    private static readonly string[] ActionKeys = ["action", "actions", "raw"];
    private static readonly string[] StateKeys = ["state", "observation.state"];

    public static JsonlLayout Of(JsonElement first, EpisodeSourceOptions options, SourcePlace place)
    {
        string action = Chosen(first, options.ActionKey, place) ?? Usual(first, ActionKeys) ?? throw NoAction(first, place);
        string? state = Chosen(first, options.StateKey, place) ?? Usual(first, StateKeys);
        return new JsonlLayout(
            JsonVector.Of(action, "action", first.GetProperty(action), place),
            state is null ? null : JsonVector.Of(state, "state", first.GetProperty(state), place),
            first.TryGetProperty(EpisodeKey, out _),
            first.TryGetProperty(StepKey, out _),
            first.TryGetProperty(TimestampKey, out _));
    }

    private static string? Usual(JsonElement line, string[] keys) => keys.FirstOrDefault(key => line.TryGetProperty(key, out _));

    private static string? Chosen(JsonElement line, string? key, SourcePlace place)
    {
        if (key is null || line.TryGetProperty(key, out _))
        {
            return key;
        }

        string near = NearestName.Of(key, Keys(line)) is { } other ? $"did you mean '{other}'?" : Listed(line);
        throw new DiagnosticException(FileCode.ChosenKeyMissing, $"There is no key '{key}'", place, near);
    }

    private static DiagnosticException NoAction(JsonElement line, SourcePlace place) => new(
        FileCode.NoActionColumns,
        "The line has none of the keys 'action', 'actions', 'raw'",
        place,
        $"{Listed(line)}; choose the action key");

    private static IEnumerable<string> Keys(JsonElement line) => line.EnumerateObject().Select(member => member.Name);

    private static string Listed(JsonElement line) => $"the keys are {string.Join(", ", Keys(line).Take(12))}";
}
