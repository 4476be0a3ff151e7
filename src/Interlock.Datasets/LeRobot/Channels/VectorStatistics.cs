using System.Text.Json;
using Interlock.Core.Diagnostics;
using Interlock.Datasets.LeRobot.Metadata;

namespace Interlock.Datasets.LeRobot.Channels;

/// <summary>What <c>meta/stats.json</c> publishes about a vector, one number per channel; null where it does not have a statistic.</summary>
internal sealed record VectorStatistics(double[]? Min, double[]? Max, double[]? Q01, double[]? Q99)
{
    /// <summary>Null when there is no such file or it leaves the vector out. A list that does not fit the vector is an error.</summary>
    public static VectorStatistics? Read(string folder, Vector vector)
    {
        string path = Path.Combine(folder, "meta", "stats.json");
        if (!File.Exists(path))
        {
            return null;
        }

        using JsonDocument document = MetadataFile.Open(path);
        SourcePlace place = SourcePlace.OfFile(path);
        double[]? Statistic(JsonElement feature, string name) => JsonField.Get(feature, name) is { } values
            ? Numbers(values) is { } numbers && numbers.Count == vector.Width
                ? [.. numbers]
                : throw JsonField.Wrong($"{vector.Column}.{name}", values, $"a list of {vector.Width} numbers", place)
            : null;
        return JsonField.Get(document.RootElement, vector.Column) is { } feature
            ? new VectorStatistics(
                Statistic(feature, "min"), Statistic(feature, "max"), Statistic(feature, "q01"), Statistic(feature, "q99"))
            : null;
    }

    /// <summary>The numbers of a list, those of lists in it included, as the elements of a matrix are written; null for anything else.</summary>
    private static List<double>? Numbers(JsonElement values)
    {
        if (values.ValueKind == JsonValueKind.Number)
        {
            return [values.GetDouble()];
        }

        List<List<double>?> parts = values.ValueKind == JsonValueKind.Array ? [.. values.EnumerateArray().Select(Numbers)] : [null];
        return parts.Contains(null) ? null : [.. parts.SelectMany(part => part!)];
    }
}
