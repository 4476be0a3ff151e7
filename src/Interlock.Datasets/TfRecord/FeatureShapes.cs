using System.Globalization;
using System.Text.Json;
using Interlock.Core.Diagnostics;
using Interlock.Datasets.Opening;

namespace Interlock.Datasets.TfRecord;

/// <summary>Numbers per step of each tensor, from the <c>features.json</c> that TensorFlow Datasets writes beside its records.</summary>
internal static class FeatureShapes
{
    public const string FileName = "features.json";

    /// <summary>Feature name such as <c>steps/observation/state</c> to numbers per step; empty when there is no such file.</summary>
    public static IReadOnlyDictionary<string, int> Find(string folder)
    {
        string path = Path.Combine(folder, FileName);
        Dictionary<string, int> shapes = new(StringComparer.Ordinal);
        if (!File.Exists(path))
        {
            return shapes;
        }

        try
        {
            using JsonDocument document = JsonDocument.Parse(DatasetFile.ReadSmall(path));
            Walk(document.RootElement, "", shapes);
            return shapes;
        }
        catch (JsonException exception)
        {
            throw new DiagnosticException(
                FileCode.FeaturesFile, $"It is not JSON: {exception.Message}", SourcePlace.OfFile(path), "copy it again");
        }
    }

    private static void Walk(JsonElement node, string name, Dictionary<string, int> shapes)
    {
        if (Member(node, "sequence") is { } sequence && Member(sequence, "feature") is { } inner)
        {
            Walk(inner, name, shapes);
        }
        else if (Member(node, "featuresDict") is { } dict && Member(dict, "features") is { ValueKind: JsonValueKind.Object } features)
        {
            foreach (JsonProperty feature in features.EnumerateObject())
            {
                Walk(feature.Value, name.Length == 0 ? feature.Name : $"{name}/{feature.Name}", shapes);
            }
        }
        else if (Member(node, "tensor") is { } tensor && Size(tensor) is { } size)
        {
            shapes[name] = size;
        }
    }

    /// <summary>Product of the dimensions; null where one of them is open or unreasonable.</summary>
    private static int? Size(JsonElement tensor)
    {
        long size = 1;
        if (Member(tensor, "shape") is { } shape && Member(shape, "dimensions") is { ValueKind: JsonValueKind.Array } dimensions)
        {
            foreach (JsonElement dimension in dimensions.EnumerateArray())
            {
                string text = dimension.ToString();
                bool valid = long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out long length);
                size = valid && length is > 0 and <= EpisodeLimits.MaximumChannels ? size * length : long.MaxValue;
                if (size > EpisodeLimits.MaximumChannels)
                {
                    return null;
                }
            }
        }

        return (int)size;
    }

    private static JsonElement? Member(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out JsonElement member) ? member : null;
}
