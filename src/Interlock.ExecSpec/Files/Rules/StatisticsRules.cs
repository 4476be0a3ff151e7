using Interlock.ExecSpec.Specification;

namespace Interlock.ExecSpec.Files.Rules;

/// <summary>Rules on the statistics of one entry.</summary>
internal static class StatisticsRules
{
    public static void Check(ActionStatistics statistics, string key, RuleReport report)
    {
        NumberRules.Count(statistics.Channels, SpecLimits.MaxChannels, $"{key}.channels", report);
        NumberRules.Count(statistics.Timesteps, SpecLimits.MaxTimesteps, $"{key}.timesteps", report);
        if (!NumberRules.Length(statistics.Quantiles.Count, SpecLimits.MaxItems, $"{key}.quantiles", report))
        {
            return;
        }

        CheckLevels(statistics.Quantiles, key, report);
        CheckSizes(statistics, key, report);
        CheckDefects(statistics, key, report);
    }

    private static void CheckLevels(IReadOnlyList<QuantileRow> rows, string key, RuleReport report)
    {
        for (int i = 0; i < rows.Count; i++)
        {
            string place = $"{key}.quantiles[{i}].level";
            NumberRules.Inside(rows[i].Level, 0, 1, place, "", report);
            if (i > 0 && rows[i].Level <= rows[i - 1].Level)
            {
                report.Error("EX109", place, $"the level {rows[i].Level} stands behind {rows[i - 1].Level}", "quantiles ascend by level, each once");
            }
        }
    }

    private static void CheckSizes(ActionStatistics statistics, string key, RuleReport report)
    {
        long needed = (long)statistics.Channels * statistics.Timesteps;
        foreach ((string name, IReadOnlyList<double> values) in RowsOf(statistics).Where(row => row.Values.Count != needed))
        {
            string shape = $"{statistics.Timesteps} × {statistics.Channels}";
            report.Error("EX111", $"{key}.{name}", $"{values.Count} numbers where {shape} are needed", "one number per channel and position");
        }
    }

    /// <summary>One finding, whatever the number of defects: the first names the place, the rest is counted.</summary>
    private static void CheckDefects(ActionStatistics statistics, string key, RuleReport report)
    {
        (string Place, string Cause)[] defects = [.. Defects(statistics)];
        if (defects.Length > 0)
        {
            (string place, string cause) = defects[0];
            string rest = defects.Length > 1 ? $", and {defects.Length - 1} more like it" : "";
            report.Warn("EX113", $"{key}.{place}", cause + rest, "the statistics are defective; the gate refuses them (EX024)");
        }
    }

    private static IEnumerable<(string Place, string Cause)> Defects(ActionStatistics statistics)
    {
        foreach ((string name, IReadOnlyList<double> values) in RowsOf(statistics))
        {
            for (int i = 0; i < values.Count; i++)
            {
                if (!double.IsFinite(values[i]))
                {
                    yield return ($"{name}[{i}]", $"{values[i]} is not a finite number");
                }
                else if (name == "std" && values[i] < 0)
                {
                    yield return ($"{name}[{i}]", $"a standard deviation of {values[i]}");
                }
            }
        }

        foreach ((string place, string cause) in Inversions("max", statistics.Min, statistics.Max))
        {
            yield return (place, cause);
        }

        for (int i = 1; i < statistics.Quantiles.Count; i++)
        {
            foreach ((string place, string cause) in Inversions($"quantiles[{i}].values", statistics.Quantiles[i - 1].Values, statistics.Quantiles[i].Values))
            {
                yield return (place, cause);
            }
        }
    }

    private static IEnumerable<(string Place, string Cause)> Inversions(string name, IReadOnlyList<double>? low, IReadOnlyList<double>? high)
    {
        for (int i = 0; i < Math.Min(low?.Count ?? 0, high?.Count ?? 0); i++)
        {
            if (low![i] > high![i])
            {
                yield return ($"{name}[{i}]", $"a range from {low[i]} down to {high[i]}");
            }
        }
    }

    private static IEnumerable<(string Name, IReadOnlyList<double> Values)> RowsOf(ActionStatistics statistics)
    {
        (string Name, IReadOnlyList<double>? Values)[] rows =
        [
            ("min", statistics.Min),
            ("max", statistics.Max),
            ("mean", statistics.Mean),
            ("std", statistics.Std),
            .. statistics.Quantiles.Select((row, i) => ($"quantiles[{i}].values", (IReadOnlyList<double>?)row.Values)),
        ];
        return rows.Where(row => row.Values is not null).Select(row => (row.Name, row.Values!));
    }
}
