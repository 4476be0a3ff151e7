using Interlock.Core.Diagnostics;

namespace Interlock.Datasets.LeRobot.Metadata;

/// <summary>Instructions by number, from <c>meta/tasks.parquet</c> or <c>meta/tasks.jsonl</c>.</summary>
internal static class TaskTable
{
    /// <summary>Where the text of a task is: newer writers, then an unnamed pandas index of LeRobot up to 0.4.</summary>
    private static readonly string[] TextColumns = ["task", "__index_level_0__"];

    /// <summary>Null when the dataset has no such table.</summary>
    public static IReadOnlyDictionary<int, string>? Read(string folder)
    {
        string parquet = Path.Combine(folder, "meta", "tasks.parquet");
        string lines = Path.Combine(folder, "meta", "tasks.jsonl");
        if (File.Exists(parquet))
        {
            return ReadParquet(parquet);
        }

        return File.Exists(lines) ? ReadLines(lines) : null;
    }

    private static Dictionary<int, string> ReadParquet(string path)
    {
        using MetadataTable table = new(path);
        IReadOnlyList<long> indices = table.Integers("task_index") ?? throw table.Lacks("task_index");
        string name = TextColumns.FirstOrDefault(table.TextColumns.Contains) ?? table.TextColumns.FirstOrDefault()
            ?? throw table.Lacks(TextColumns[0]);
        IReadOnlyList<string?[]> texts = table.Texts(name) ?? throw table.Lacks(name);
        Dictionary<int, string> tasks = [];
        for (int i = 0; i < indices.Count; i++)
        {
            tasks[(int)indices[i]] = texts[i] is [{ } text] ? text : "";
        }

        return tasks;
    }

    private static Dictionary<int, string> ReadLines(string path)
    {
        Dictionary<int, string> tasks = [];
        MetadataFile.ReadLines(path, (line, place) =>
        {
            double index = JsonField.Number(line, "task_index", place) ?? double.NaN;
            tasks[WholeNumber.Of(index, path, $"task_index in line {place.Line}")] = JsonField.Text(line, "task", place) ?? "";
        });
        return tasks;
    }
}
