using Interlock.ExecSpec.Specification;

namespace Interlock.ExecSpec.Import.Groot;

/// <summary>The statistics of all groups, one behind the other; rows that some group lacks are left out.</summary>
internal static class GroupJoin
{
    public static ActionStatistics Of(IReadOnlyList<ActionGroup> groups)
    {
        ActionStatistics[] tables = [.. groups.Select(group => group.Statistics)];
        double[] levels = [.. tables[0].Quantiles.Select(row => row.Level).Where(level => tables.All(table => table.QuantileAt(level) is not null))];
        return new ActionStatistics
        {
            Channels = tables.Sum(table => table.Channels),
            Min = Row(tables, table => table.Min),
            Max = Row(tables, table => table.Max),
            Mean = Row(tables, table => table.Mean),
            Std = Row(tables, table => table.Std),
            Quantiles = [.. levels.Select(level => new QuantileRow(level, Row(tables, table => table.QuantileAt(level))!))],
        };
    }

    private static IReadOnlyList<double>? Row(ActionStatistics[] tables, Func<ActionStatistics, IReadOnlyList<double>?> row) =>
        tables.All(table => row(table) is not null) ? [.. tables.SelectMany(table => row(table)!)] : null;
}
