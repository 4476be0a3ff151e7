using System.Text.Json;

namespace Interlock.ExecSpec.Import.LeRobot.Channels;

/// <summary>What <c>meta/info.json</c> of a dataset says about its actions (reference: ecosystem note, A1).</summary>
internal sealed record DatasetInfo
{
    /// <summary>Where it lies inside a dataset.</summary>
    public const string File = "meta/info.json";

    public double? RateHz { get; init; }

    public string? RobotType { get; init; }

    /// <summary>Names of the action channels in action order.</summary>
    public IReadOnlyList<string>? ActionNames { get; init; }

    public int? ActionLength { get; init; }

    public static DatasetInfo Read(JsonPart info)
    {
        JsonPart? action = info.Find("features")?.Find(FeatureShape.ActionKey);
        return new DatasetInfo
        {
            RateHz = info.Number("fps") is > 0 and double rate && double.IsFinite(rate) ? rate : null,
            RobotType = info.Text("robot_type"),
            ActionNames = action?.Find("names") is { } names ? NamesOf(names) : null,
            ActionLength = action?.Find("shape")?.Items().ToArray() is [{ } length] ? length.AsCount() : null,
        };
    }

    /// <summary>The info of a dataset beside a checkpoint; null when there is none.</summary>
    public static DatasetInfo? Find(ICheckpointFiles files) =>
        new[] { File, "info.json" }.FirstOrDefault(files.Exists) is { } path ? Read(files.ReadJson(path)) : null;

    /// <summary>A list, a list in a list, or an object with one list: all occur.</summary>
    private static IReadOnlyList<string>? NamesOf(JsonPart names) => names.Element.ValueKind switch
    {
        JsonValueKind.Array => names.Items().ToArray() switch
        {
            [{ Element.ValueKind: JsonValueKind.Array } only] => Texts(only),
            _ => Texts(names),
        },
        JsonValueKind.Object => names.Members().ToArray() is [{ } only] ? Texts(only.Part) : null,
        _ => null,
    };

    private static IReadOnlyList<string>? Texts(JsonPart list) =>
        list.Element.ValueKind == JsonValueKind.Array && list.Items().All(item => item.Element.ValueKind == JsonValueKind.String)
            ? [.. list.Items().Select(item => item.AsText())]
            : null;
}
