using Interlock.Core.Diagnostics;
using Interlock.Core.Text;
using Interlock.ExecSpec.Import.Parts;
using Interlock.ExecSpec.Specification;

namespace Interlock.ExecSpec.Import.LeRobot.Statistics;

/// <summary>Whether two copies of the statistics of one feature are the same, bit for bit.</summary>
internal static class StatisticsComparison
{
    /// <summary>The first difference in words; null when there is none.</summary>
    public static string? Difference(ActionStatistics one, ActionStatistics other)
    {
        if (one.Channels != other.Channels || one.Timesteps != other.Timesteps)
        {
            return $"{one.Timesteps}×{one.Channels} numbers against {other.Timesteps}×{other.Channels}";
        }

        foreach (string row in SchemeRows.Present(one).Intersect(SchemeRows.Present(other)))
        {
            IReadOnlyList<double> first = RowOf(one, row), second = RowOf(other, row);
            for (int i = 0; i < first.Count; i++)
            {
                if (!first[i].Equals(second[i]))
                {
                    return $"{row} of channel {i % one.Channels} is {ShortNumber.Of(first[i])} against {ShortNumber.Of(second[i])}";
                }
            }
        }

        return null;
    }

    public static void Report(FeatureStatistics used, FeatureStatistics other, string what, DiagnosticSeverity severity, DiagnosticCollector findings)
    {
        if (Difference(used.Table, other.Table) is { } difference)
        {
            findings.Add(new Diagnostic(
                LeRobotCodes.StatisticsDisagree,
                severity,
                $"{what} have different statistics: {difference}",
                used.Place,
                $"the policy was trained with one and is decoded with the other; compare with {other.Place}"));
        }
    }

    private static IReadOnlyList<double> RowOf(ActionStatistics table, string row) => row switch
    {
        "min" => table.Min!,
        "max" => table.Max!,
        "mean" => table.Mean!,
        "std" => table.Std!,
        _ => table.QuantileAt(StatisticRow.LevelOf(row)!.Value)!,
    };
}
