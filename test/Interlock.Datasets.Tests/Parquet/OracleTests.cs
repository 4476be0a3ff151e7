using System.Text.Json;
using Interlock.Datasets.Parquet;

namespace Interlock.Datasets.Tests.Parquet;

public sealed class OracleTests
{
    public static TheoryData<string> Datasets => [.. FoldersWithOracle()];

    [SharedTheory("data/pusht/oracle.json")]
    [MemberData(nameof(Datasets))]
    public void Every_data_file_equals_what_an_independent_reader_found(string dataset)
    {
        JsonElement oracle = Read(dataset);
        long rows = 0;
        foreach (JsonProperty entry in oracle.GetProperty("files").EnumerateObject())
        {
            using ParquetFile file = ParquetFile.Open(PathOf(dataset, entry.Name));
            Assert.Equal(entry.Value.GetProperty("rows").GetInt64(), file.RowCount);
            Matches(new OracleFile(file), entry.Value);
            rows += file.RowCount;
        }

        Assert.Equal(oracle.GetProperty("total_rows").GetInt64(), rows);
    }

    [SharedTheory("data/pusht/oracle.json")]
    [MemberData(nameof(Datasets))]
    public void Episode_and_task_tables_equal_what_an_independent_reader_found(string dataset)
    {
        JsonElement oracle = Read(dataset);
        if (!oracle.TryGetProperty("episodes_meta", out JsonElement table) || !Directory.Exists(PathOf(dataset, "meta/episodes")))
        {
            return;
        }

        string[] paths = [.. Directory.GetFiles(PathOf(dataset, "meta/episodes"), "*.parquet", SearchOption.AllDirectories).Order()];
        ParquetFile[] files = [.. paths.Select(ParquetFile.Open)];
        Assert.Equal(table.GetProperty("rows").GetInt64(), files.Sum(file => file.RowCount));
        string[] columns = [.. table.GetProperty("columns").EnumerateArray().Select(item => item.GetString()!)];
        Assert.Equal(columns.Order(), files[0].Columns.Select(column => column.Name).Distinct().Order());
        new OracleFile(files[0]).MatchesRow(table.GetProperty("first"), isLast: false);
        new OracleFile(files[^1]).MatchesRow(table.GetProperty("last"), isLast: true);
        using ParquetFile tasks = ParquetFile.Open(PathOf(dataset, "meta/tasks.parquet"));
        JsonElement[] rows = [.. oracle.GetProperty("tasks").EnumerateArray()];
        Assert.Equal(rows.Length, tasks.RowCount);
        new OracleFile(tasks).MatchesRow(rows[0], isLast: false);
        new OracleFile(tasks).MatchesRow(rows[^1], isLast: true);
        Array.ForEach(files, file => file.Dispose());
    }

    private static void Matches(OracleFile file, JsonElement entry)
    {
        foreach (JsonProperty sums in entry.GetProperty("column_sums").EnumerateObject())
        {
            file.MatchesSum(sums.Name, sums.Value);
        }

        if (entry.TryGetProperty("first_row", out JsonElement first))
        {
            file.MatchesRow(first, isLast: false);
            file.MatchesRow(entry.GetProperty("last_row"), isLast: true);
        }
    }

    private static IEnumerable<string> FoldersWithOracle()
    {
        string root = SharedFiles.PathOf("data");
        string[] folders = Directory.Exists(root) ? Directory.GetDirectories(root) : [];
        string[] names = [.. folders.Where(folder => File.Exists(Path.Combine(folder, "oracle.json"))).Select(folder => Path.GetFileName(folder)).Order()];
        return names.Length > 0 ? names : ["pusht"];
    }

    private static JsonElement Read(string dataset) =>
        JsonDocument.Parse(File.ReadAllText(PathOf(dataset, "oracle.json"))).RootElement;

    private static string PathOf(string dataset, string file) => SharedFiles.PathOf(Path.Combine("data", dataset, file));
}
