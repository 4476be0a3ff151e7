using System.Text.Json;
using Interlock.Core.Diagnostics;

namespace Interlock.Datasets.LeRobot.Metadata;

/// <summary>Reads <c>meta/info.json</c>; unknown keys are ignored, as the format asks.</summary>
internal static class InfoReader
{
    private const long LargestShape = 1L << 31;

    public static bool IsIn(string folder) => File.Exists(PathIn(folder));

    public static LeRobotInfo Read(string folder)
    {
        string path = PathIn(folder);
        if (!IsIn(folder))
        {
            throw new DiagnosticException(
                LeRobotCodes.NoInfo,
                "this is not a LeRobot dataset: meta/info.json is missing",
                SourcePlace.OfFile(folder));
        }

        using JsonDocument document = MetadataFile.Open(path);
        return Read(document.RootElement, path);
    }

    private static string PathIn(string folder) => Path.Combine(folder, "meta", "info.json");

    private static LeRobotInfo Read(JsonElement root, string path)
    {
        SourcePlace place = SourcePlace.OfFile(path);
        if (root.ValueKind != JsonValueKind.Object)
        {
            throw JsonField.Wrong("", root, "an object", place);
        }

        return new LeRobotInfo
        {
            Path = path,
            VersionLabel = JsonField.Text(root, "codebase_version", place),
            RobotType = RobotTypeOf(JsonField.Text(root, "robot_type", place)),
            RateHz = RateOf(root, place),
            RateIsWrittenAsFloat = JsonField.Get(root, "fps")?.GetRawText().Contains('.', StringComparison.Ordinal) ?? false,
            TotalEpisodes = JsonField.Count(root, "total_episodes", place),
            TotalFrames = JsonField.Count(root, "total_frames", place),
            TotalTasks = JsonField.Count(root, "total_tasks", place),
            ChunkSize = JsonField.Count(root, "chunks_size", place),
            DataPath = JsonField.Text(root, "data_path", place),
            Splits = SplitsOf(root),
            Features = FeaturesOf(root, place),
        };
    }

    private static string? RobotTypeOf(string? text) => text is null or "" or "unknown" ? null : text;

    private static double? RateOf(JsonElement root, SourcePlace place)
    {
        double? rate = JsonField.Number(root, "fps", place);
        return rate is null or > 0 ? rate : throw JsonField.Wrong("fps", JsonField.Get(root, "fps")!.Value, "a rate above 0", place);
    }

    private static Dictionary<string, string> SplitsOf(JsonElement root)
    {
        Dictionary<string, string> splits = [];
        if (JsonField.Get(root, "splits") is { ValueKind: JsonValueKind.Object } map)
        {
            foreach (JsonProperty split in map.EnumerateObject())
            {
                splits[split.Name] = split.Value.ToString();
            }
        }

        return splits;
    }

    private static Dictionary<string, Feature> FeaturesOf(JsonElement root, SourcePlace place)
    {
        Dictionary<string, Feature> features = [];
        if (JsonField.Get(root, "features") is not { } map)
        {
            return features;
        }

        if (map.ValueKind != JsonValueKind.Object)
        {
            throw JsonField.Wrong("features", map, "an object", place);
        }

        foreach (JsonProperty feature in map.EnumerateObject())
        {
            features[feature.Name] = FeatureOf(feature, place);
        }

        return features;
    }

    private static Feature FeatureOf(JsonProperty feature, SourcePlace place)
    {
        string key = $"features.{feature.Name}";
        if (feature.Value.ValueKind != JsonValueKind.Object)
        {
            throw JsonField.Wrong(key, feature.Value, "an object", place);
        }

        string? type = JsonField.Text(feature.Value, "dtype", place with { Key = key });
        return new Feature(type, ShapeOf(feature.Value, key, place), FeatureNames.Read(feature.Value));
    }

    private static List<long>? ShapeOf(JsonElement feature, string key, SourcePlace place)
    {
        if (JsonField.Get(feature, "shape") is not { } shape)
        {
            return null;
        }

        if (shape.ValueKind != JsonValueKind.Array)
        {
            throw JsonField.Wrong($"{key}.shape", shape, "a list", place);
        }

        List<long> lengths = [];
        double size = 1;
        foreach (JsonElement item in shape.EnumerateArray())
        {
            long length = item.ValueKind == JsonValueKind.Number && item.TryGetInt64(out long found) && found >= 0
                ? found
                : throw JsonField.Wrong($"{key}.shape", shape, "a list of whole numbers", place);
            size *= Math.Max(1, length);
            lengths.Add(
                size <= LargestShape ? length : throw JsonField.Wrong($"{key}.shape", shape, "a shape of at most 2³¹ elements", place));
        }

        return lengths;
    }
}
