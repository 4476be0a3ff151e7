using System.Text.Json;
using Interlock.Core.Diagnostics;

namespace Interlock.Datasets.LeRobot.Metadata;

/// <summary>The episodes that the metadata lists, from <c>meta/episodes/**.parquet</c> or <c>meta/episodes.jsonl</c>.</summary>
internal static class EpisodeTable
{
    /// <summary>Rows by episode number; null when the dataset has no such table.</summary>
    public static IReadOnlyDictionary<int, EpisodeRow>? Read(string folder)
    {
        string tables = Path.Combine(folder, "meta", "episodes");
        string lines = Path.Combine(folder, "meta", "episodes.jsonl");
        string[] files = Directory.Exists(tables)
            ? [.. Directory.GetFiles(tables, "*.parquet", SearchOption.AllDirectories).Order(StringComparer.Ordinal)]
            : [];
        Dictionary<int, EpisodeRow> rows = [];
        if (files.Length > 0)
        {
            Array.ForEach(files, file => ReadTable(file, rows));
            return rows;
        }

        if (!File.Exists(lines))
        {
            return null;
        }

        MetadataFile.ReadLines(lines, (line, place) => Add(rows, ReadLine(line, place)));
        return rows;
    }

    private static void ReadTable(string path, Dictionary<int, EpisodeRow> rows)
    {
        using MetadataTable table = new(path);
        IReadOnlyList<long> indices = table.Integers("episode_index") ?? throw table.Lacks("episode_index");
        IReadOnlyList<long>? lengths = table.Integers("length");
        IReadOnlyList<string?[]>? tasks = table.Texts("tasks");
        for (int i = 0; i < indices.Count; i++)
        {
            Add(rows, new EpisodeRow((int)indices[i], lengths?[i], tasks is null ? [] : [.. tasks[i].OfType<string>()]));
        }
    }

    private static EpisodeRow ReadLine(JsonElement line, SourcePlace place)
    {
        double index = JsonField.Number(line, "episode_index", place) ?? double.NaN;
        List<string> tasks = [];
        if (JsonField.Get(line, "tasks") is { ValueKind: JsonValueKind.Array } list)
        {
            tasks.AddRange(list.EnumerateArray().Where(item => item.ValueKind == JsonValueKind.String).Select(item => item.GetString()!));
        }

        return new EpisodeRow(
            WholeNumber.Of(index, place.File!, $"episode_index in line {place.Line}"),
            JsonField.Count(line, "length", place),
            tasks);
    }

    private static void Add(Dictionary<int, EpisodeRow> rows, EpisodeRow row) => rows[row.Index] = row;
}
