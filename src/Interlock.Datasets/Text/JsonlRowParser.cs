using System.Text.Json;
using Interlock.Core.Diagnostics;
using Interlock.Core.Text;
using Interlock.Datasets.Opening;

namespace Interlock.Datasets.Text;

/// <summary>Turns a line into a step.</summary>
internal sealed class JsonlRowParser(JsonlLayout layout)
{
    private readonly StepRow _row = new(layout.Action.Names.Count, layout.State?.Names.Count ?? 0);

    /// <summary>The step; overwritten by the next call.</summary>
    public StepRow Parse(ReadOnlyMemory<byte> line, SourcePlace place)
    {
        using JsonDocument document = JsonLine.Parse(line, place);
        JsonElement root = document.RootElement;
        layout.Action.Read(root, _row.Action, place);
        layout.State?.Read(root, _row.State, place);
        _row.Episode = (int?)Whole(root, JsonlLayout.EpisodeKey, layout.HasEpisode, 0, int.MaxValue, place);
        _row.Step = Whole(root, JsonlLayout.StepKey, layout.HasStep, long.MinValue, long.MaxValue, place);
        _row.TimestampS = Optional(root, JsonlLayout.TimestampKey, layout.HasTimestamp, place) is { } time
            ? Number(time, JsonlLayout.TimestampKey, place)
            : null;
        _row.Task = root.TryGetProperty("task", out JsonElement task) ? Text(task, place) : null;
        _row.Success = root.TryGetProperty("success", out JsonElement success) ? Truth(success, place) : null;
        return _row;
    }

    private static long? Whole(JsonElement root, string key, bool expected, long least, long most, SourcePlace place)
    {
        if (Optional(root, key, expected, place) is not { } element)
        {
            return null;
        }

        return element.ValueKind == JsonValueKind.Number && element.TryGetInt64(out long value) && value >= least && value <= most
            ? value
            : throw new DiagnosticException(
                FileCode.CellNotNumber, $"'{key}' is not a whole number{(least == 0 ? " from 0" : "")}", place with { Key = key });
    }

    private static JsonElement? Optional(JsonElement root, string key, bool expected, SourcePlace place)
    {
        bool present = root.TryGetProperty(key, out JsonElement element);
        if (present == expected)
        {
            return present ? element : null;
        }

        throw new DiagnosticException(
            FileCode.JsonKey,
            expected ? $"'{key}' is missing here and present on the first line" : $"'{key}' is present here and missing on the first line",
            place with { Key = key },
            "write the same keys on every line");
    }

    private static double Number(JsonElement element, string key, SourcePlace place) =>
        JsonNumber.Read(element) ?? throw new DiagnosticException(
            FileCode.CellNotNumber, $"'{key}' is not a number", place with { Key = key });

    private static string? Text(JsonElement element, SourcePlace place) => element.ValueKind switch
    {
        JsonValueKind.String => ValidText(element, place),
        JsonValueKind.Null => null,
        _ => throw new DiagnosticException(FileCode.JsonKey, "'task' is not a text", place with { Key = "task" }),
    };

    /// <summary>An escaped half of a surrogate pair is JSON, but no text.</summary>
    private static string? ValidText(JsonElement element, SourcePlace place)
    {
        try
        {
            return element.GetString();
        }
        catch (InvalidOperationException)
        {
            throw new DiagnosticException(FileCode.NotUtf8, "'task' is not valid Unicode", place with { Key = "task" });
        }
    }

    private static bool? Truth(JsonElement element, SourcePlace place) => element.ValueKind switch
    {
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        JsonValueKind.Null => null,
        JsonValueKind.Number => element.GetDouble() != 0,
        _ => throw new DiagnosticException(FileCode.JsonKey, "'success' is neither true nor false", place with { Key = "success" }),
    };
}
