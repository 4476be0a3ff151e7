using Interlock.Core.Diagnostics;
using Interlock.ExecSpec.Specification;

namespace Interlock.ExecSpec.Import.LeRobot.Statistics;

/// <summary>Puts the rows of a feature into one table.</summary>
internal static class StatisticsAssembler
{
    private const int PerTimestepRank = 2;

    /// <summary>The table; null, with a finding, when rows differ in shape, and null without one when there is no row.</summary>
    public static ActionStatistics? Build(FeatureStatistics source, DiagnosticCollector findings)
    {
        (string Name, StatisticValues Row)[] rows =
            [.. source.Rows.Where(row => StatisticRow.IsKnown(row.Key)).OrderBy(row => row.Key, StringComparer.Ordinal).Select(row => (row.Key, row.Value))];
        if (rows.Length == 0)
        {
            return null;
        }

        StatisticValues first = rows[0].Row;
        foreach ((string name, StatisticValues row) in rows)
        {
            if (!row.Shape.SequenceEqual(first.Shape))
            {
                findings.Error(
                    LeRobotCodes.LengthDisagrees,
                    $"the statistic '{name}' has the shape {row.ShapeText}, '{rows[0].Name}' has {first.ShapeText}",
                    source.Place);
                return null;
            }
        }

        return Table(source, first, findings);
    }

    private static ActionStatistics? Table(FeatureStatistics source, StatisticValues any, DiagnosticCollector findings)
    {
        if (any.Shape.Count > PerTimestepRank || any.Values.Length == 0 || (any.Shape.Count > 0 && any.Shape[^1] > ActionEntry.MostChannels))
        {
            findings.Error(LeRobotCodes.LengthDisagrees, $"statistics of the shape {any.ShapeText} are not per channel, nor per position and channel", source.Place);
            return null;
        }

        return new ActionStatistics
        {
            Channels = any.Shape.Count == 0 ? 1 : (int)any.Shape[^1],
            Timesteps = any.Shape.Count == PerTimestepRank ? (int)any.Shape[0] : 1,
            Min = Row(source, "min"),
            Max = Row(source, "max"),
            Mean = Row(source, "mean"),
            Std = Row(source, "std"),
            Quantiles = Quantiles(source),
        };
    }

    private static double[]? Row(FeatureStatistics source, string name) => source.Rows.GetValueOrDefault(name)?.Values;

    private static List<QuantileRow> Quantiles(FeatureStatistics source) =>
    [
        .. source.Rows
            .Select(row => (Level: StatisticRow.LevelOf(row.Key), row.Value.Values))
            .Where(row => row.Level is not null)
            .OrderBy(row => row.Level)
            .Select(row => new QuantileRow(row.Level!.Value, row.Values)),
    ];
}
