using System.Text.Json;
using Interlock.ExecSpec.Import.Json;
using Interlock.ExecSpec.Import.LeRobot.Json;
using Interlock.ExecSpec.Import.Sources;

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

    /// <summary>The info of a dataset, in its folder or beside a checkpoint or a statistics file; null when there is none.</summary>
    public static DatasetInfo? Find(ImportSource source)
    {
        string? path = new[] { File, "info.json" }.FirstOrDefault(source.Has);
        if (path is null || source.TryJson(path) is not { } info)
        {
            return null;
        }

        source.MarkRead(path);
        return Read(info);
    }

    private static DatasetInfo Read(JsonView info)
    {
        JsonView? action = info.Member("features")?.Member(FeatureShape.ActionKey);
        return new DatasetInfo
        {
            RateHz = Fields.Number(info, "fps") is > 0 and double rate && double.IsFinite(rate) ? rate : null,
            RobotType = Fields.Text(info, "robot_type"),
            ActionNames = action?.Member("names") is { } names ? NamesOf(names) : null,
            ActionLength = action?.Member("shape") is { } shape && Fields.Items(shape) is [{ } length] ? Fields.AsCount(length) : null,
        };
    }

    /// <summary>A list, a list in a list, or an object with one list: all occur.</summary>
    private static IReadOnlyList<string>? NamesOf(JsonView names) => names.Kind switch
    {
        JsonTokenType.StartArray => Fields.Items(names) is [{ Kind: JsonTokenType.StartArray } only] ? Texts(only) : Texts(names),
        JsonTokenType.StartObject => Fields.Members(names) is [{ } only] ? Texts(only.Value) : null,
        _ => null,
    };

    private static IReadOnlyList<string>? Texts(JsonView list)
    {
        string?[] texts = list.Kind == JsonTokenType.StartArray ? [.. Fields.Items(list).Select(item => item.Text())] : [null];
        return texts.All(text => text is not null) ? [.. texts.OfType<string>()] : null;
    }
}
