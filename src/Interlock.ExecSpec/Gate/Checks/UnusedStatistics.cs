using Interlock.ExecSpec.Specification;

namespace Interlock.ExecSpec.Gate.Checks;

/// <summary>
/// EX021: the rows that the scheme does not use. They change no command, but a file in which they differ is not the file that was reviewed.
/// </summary>
internal static class UnusedStatistics
{
    /// <summary>Relative rounding error of bfloat16 (8 significant bits), the coarsest storage that is tolerated.</summary>
    private const double BFloat16Relative = 1.0 / 256;

    public static void Compare(ExecutableSpec certified, ExecutableSpec running, GateResults results)
    {
        Dictionary<string, IReadOnlyList<double>> expected = Rows(certified.Unnormaliser.Statistics);
        Dictionary<string, IReadOnlyList<double>> observed = Rows(running.Unnormaliser.Statistics);
        foreach (string row in expected.Keys.Union(observed.Keys).Where(row => !Agree(expected.GetValueOrDefault(row), observed.GetValueOrDefault(row))))
        {
            results.Fail(GateCode.Statistics, row, $"{row} of the statistics differs from the certified file", Text(expected, row), Text(observed, row));
        }
    }

    private static Dictionary<string, IReadOnlyList<double>> Rows(ActionStatistics? table)
    {
        Dictionary<string, IReadOnlyList<double>> rows = [];
        void Add(string name, IReadOnlyList<double>? values)
        {
            if (values is not null)
            {
                rows[name] = values;
            }
        }

        Add("min", table?.Min);
        Add("max", table?.Max);
        Add("mean", table?.Mean);
        Add("std", table?.Std);
        foreach (QuantileRow quantile in table?.Quantiles ?? [])
        {
            Add($"quantile {Fact.Of(quantile.Level)}", quantile.Values);
        }

        return rows;
    }

    private static bool Agree(IReadOnlyList<double>? a, IReadOnlyList<double>? b) =>
        a is not null && b is not null && a.Count == b.Count && a.Zip(b).All(pair => Agree(pair.First, pair.Second));

    private static bool Agree(double a, double b) =>
        a.Equals(b) || Math.Abs(a - b) <= BFloat16Relative * Math.Max(Math.Abs(a), Math.Abs(b));

    private static string Text(Dictionary<string, IReadOnlyList<double>> rows, string row) =>
        rows.TryGetValue(row, out IReadOnlyList<double>? values) ? string.Join(", ", values.Select(value => Fact.Of(value))) : "absent";
}
