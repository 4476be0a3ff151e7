using System.Text.Json;
using Interlock.Core.Diagnostics;

namespace Interlock.Datasets.LeRobot.Metadata;

/// <summary>
/// Names from <c>meta/modality.json</c> of the GR00T flavour, which cuts the flat vectors into named slices:
/// element 2 of slice <c>left_arm</c> is <c>left_arm.2</c>.
/// </summary>
internal static class ModalityReader
{
    /// <summary>Names of the elements of a vector; null when there is no file or it does not cover the vector.</summary>
    /// <param name="folder">The dataset.</param>
    /// <param name="modality"><c>action</c> or <c>state</c>.</param>
    /// <param name="column">The column that holds the vector.</param>
    /// <param name="width">Elements of the vector.</param>
    public static IReadOnlyList<string>? Names(string folder, string modality, string column, int width)
    {
        string path = Path.Combine(folder, "meta", "modality.json");
        if (!File.Exists(path))
        {
            return null;
        }

        using JsonDocument document = MetadataFile.Open(path);
        if (JsonField.Get(document.RootElement, modality) is not { ValueKind: JsonValueKind.Object } slices)
        {
            return null;
        }

        string?[] names = new string?[width];
        foreach (JsonProperty slice in slices.EnumerateObject())
        {
            Fill(names, slice, column, new SourcePlace(path, Key: $"{modality}.{slice.Name}"));
        }

        return Array.TrueForAll(names, name => name is not null) ? [.. names.OfType<string>()] : null;
    }

    private static void Fill(string?[] names, JsonProperty slice, string column, SourcePlace place)
    {
        if ((JsonField.Text(slice.Value, "original_key", place) ?? column) != column)
        {
            return;
        }

        long start = JsonField.Count(slice.Value, "start", place) ?? 0;
        long end = JsonField.Count(slice.Value, "end", place) ?? 0;
        if (start > end || end > names.Length)
        {
            throw new DiagnosticException(
                LeRobotCodes.MetadataValue,
                $"the slice {start} to {end} does not lie in a vector of {names.Length}",
                place);
        }

        for (long i = start; i < end; i++)
        {
            names[i] = end - start == 1 ? slice.Name : $"{slice.Name}.{i - start}";
        }
    }
}
