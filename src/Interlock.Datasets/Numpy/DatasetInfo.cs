using System.Text.Json;
using Interlock.Core.Diagnostics;
using Interlock.Datasets.Opening;

namespace Interlock.Datasets.Numpy;

/// <summary>What a LeRobot <c>meta/info.json</c> beside plain arrays says about them.</summary>
internal sealed record DatasetInfo(double? RateHz, string? RobotType, IReadOnlyList<string>? ActionNames, IReadOnlyList<string>? StateNames)
{
    private const string RelativePath = "meta/info.json";

    /// <summary>Looks in the folder itself, then beside it; null when there is none.</summary>
    public static DatasetInfo? Find(string folder)
    {
        string? above = Path.GetDirectoryName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder)));
        string?[] places = [folder, above];
        string? path = places.OfType<string>().Select(place => Path.Combine(place, RelativePath)).FirstOrDefault(File.Exists);
        return path is null ? null : Parse(DatasetFile.ReadSmall(path), path);
    }

    /// <summary>
    /// The first <paramref name="count"/> names, or null when there are fewer: arrays often keep only the leading channels.
    /// </summary>
    public static IReadOnlyList<string>? Fit(IReadOnlyList<string>? names, int count) =>
        names is not null && names.Count >= count ? [.. names.Take(count)] : null;

    private static DatasetInfo Parse(byte[] json, string path)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(json);
            JsonElement root = document.RootElement;
            RequireObject(root, path);
            JsonElement? features = Member(root, "features");
            return new DatasetInfo(
                Rate(Member(root, "fps"), path),
                Member(root, "robot_type") is { ValueKind: JsonValueKind.String } robot ? robot.GetString() : null,
                FeatureNames(features, "action"),
                FeatureNames(features, "observation.state"));
        }
        catch (JsonException exception)
        {
            throw new DiagnosticException(
                FileCode.InfoFile,
                $"It is not JSON: {exception.Message}",
                SourcePlace.OfFile(path),
                "repair it, or move it away to read the arrays alone");
        }
    }

    private static void RequireObject(JsonElement root, string path)
    {
        if (root.ValueKind != JsonValueKind.Object)
        {
            throw new DiagnosticException(FileCode.InfoFile, "It is not a JSON object", SourcePlace.OfFile(path));
        }
    }

    private static double? Rate(JsonElement? fps, string path)
    {
        if (fps is not { ValueKind: JsonValueKind.Number } number)
        {
            return null;
        }

        double rate = number.GetDouble();
        return rate > 0 && double.IsFinite(rate)
            ? rate
            : throw new DiagnosticException(
                FileCode.InfoFile,
                $"A rate of {rate} Hz is not above 0",
                new SourcePlace(path, Key: "fps"),
                "correct it, or give the rate yourself");
    }

    private static IReadOnlyList<string>? FeatureNames(JsonElement? features, string feature) =>
        features is { } all && Member(all, feature) is { } entry && Member(entry, "names") is { } names ? Flatten(names) : null;

    /// <summary>Names occur as a list, a list in a list, or under one key such as <c>motors</c>.</summary>
    private static IReadOnlyList<string>? Flatten(JsonElement names) => names.ValueKind switch
    {
        JsonValueKind.Object when names.EnumerateObject().Count() == 1 => Flatten(names.EnumerateObject().First().Value),
        JsonValueKind.Array when names.GetArrayLength() == 1 && names[0].ValueKind == JsonValueKind.Array => Flatten(names[0]),
        JsonValueKind.Array when names.EnumerateArray().All(name => name.ValueKind == JsonValueKind.String)
            => [.. names.EnumerateArray().Select(name => name.GetString()!)],
        _ => null,
    };

    private static JsonElement? Member(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out JsonElement member) ? member : null;
}
