using Interlock.Core.Diagnostics;
using Interlock.ExecSpec.Import.Json;
using Interlock.ExecSpec.Specification;

namespace Interlock.ExecSpec.Import.Parts;

/// <summary>Reads an object with rows <c>mean</c>, <c>std</c>, <c>min</c>, <c>max</c> and <c>qNN</c>, each flat or one per time step.</summary>
internal static class StatisticsBlock
{
    private const int MostMembers = 64;

    /// <summary>Null when it has no row at all (the caller says what that means there), or when a row is unusable, which is a finding.</summary>
    public static ActionStatistics? Read(JsonView block, DiagnosticCollector findings)
    {
        Dictionary<string, NumberTable> rows = [];
        bool broken = false;
        foreach (JsonMember member in block.Members(MostMembers).Where(member => IsRow(member.Name) && !member.Value.IsNull))
        {
            NumberTable? table = JsonNumbers.Table(member.Value, findings);
            broken |= table is null;
            _ = table is not null && rows.TryAdd(member.Name, table);
        }

        return broken || rows.Count == 0 || !OneShape(rows, block, findings) ? null : Build(rows);
    }

    private static bool OneShape(Dictionary<string, NumberTable> rows, JsonView block, DiagnosticCollector findings)
    {
        NumberTable first = rows.Values.First();
        if (rows.Values.Any(row => row.Columns != first.Columns || row.Rows != first.Rows))
        {
            string shapes = string.Join(", ", rows.Select(row => $"{row.Key} {Shape(row.Value)}"));
            findings.Error(ImportCode.BadRows, $"the rows of the statistics differ in length: {shapes}", block.Place);
            return false;
        }

        if (first.Columns is 0 or > ImportLimits.Channels)
        {
            findings.Error(ImportCode.BadRows, $"the statistics have {first.Columns} channels; 1 to {ImportLimits.Channels} are read", block.Place);
            return false;
        }

        return true;
    }

    private static ActionStatistics Build(Dictionary<string, NumberTable> rows) => new()
    {
        Channels = rows.Values.First().Columns,
        Timesteps = rows.Values.First().Rows,
        Mean = Values(rows, "mean"),
        Std = Values(rows, "std"),
        Min = Values(rows, "min"),
        Max = Values(rows, "max"),
        Quantiles = [.. rows.Where(row => LevelOf(row.Key) is not null).Select(row => new QuantileRow(LevelOf(row.Key)!.Value, row.Value.Values)).OrderBy(row => row.Level)],
    };

    private static double[]? Values(Dictionary<string, NumberTable> rows, string name) => rows.GetValueOrDefault(name)?.Values;

    private static string Shape(NumberTable table) => table.Rows == 1 ? $"{table.Columns}" : $"{table.Rows}×{table.Columns}";

    private static bool IsRow(string name) => name is "mean" or "std" or "min" or "max" || LevelOf(name) is not null;

    private static double? LevelOf(string name) =>
        name is ['q', >= '0' and <= '9', >= '0' and <= '9'] ? ((10 * (name[1] - '0')) + name[2] - '0') / 100.0 : null;
}
