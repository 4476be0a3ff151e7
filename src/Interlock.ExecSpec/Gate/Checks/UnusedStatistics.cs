using Interlock.ExecSpec.Specification;

namespace Interlock.ExecSpec.Gate.Checks;

/// <summary>
/// Shape and rows of a table of statistics, those that the scheme does not use among them. They change no command, but a file in which
/// they differ is not the file that was reviewed.
/// </summary>
internal static class UnusedStatistics
{
    /// <summary>Relative rounding error of bfloat16 (8 significant bits), the coarsest storage that is tolerated.</summary>
    private const double BFloat16Relative = 1.0 / 256;

    /// <summary>Half the distance between the smallest float16 numbers, whose relative error is larger.</summary>
    private const double Float16Absolute = 1.0 / (1 << 25);

    public static void Compare(string code, Normaliser certified, Normaliser running, GateResults results)
    {
        if (Shape(certified) != Shape(running))
        {
            string text = $"statistics of `{running.Key}` have {Shape(running)}; certified are {Shape(certified)}";
            results.Fail(code, "statistics", text, Shape(certified), Shape(running));
        }

        Dictionary<string, IReadOnlyList<double>> expected = Rows(certified.Statistics);
        Dictionary<string, IReadOnlyList<double>> observed = Rows(running.Statistics);
        foreach (string row in expected.Keys.Union(observed.Keys).Where(row => !Agree(expected.GetValueOrDefault(row), observed.GetValueOrDefault(row))))
        {
            string text = $"{row} in the statistics of `{running.Key}` differs from the certified file";
            results.Fail(code, row, text, Text(expected, row), Text(observed, row));
        }
    }

    private static string Shape(Normaliser normaliser) => normaliser.Statistics is { } table
        ? $"{table.Channels} channels at {table.Timesteps} positions"
        : "nothing";

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
        a.Equals(b) || (double.IsFinite(a - b) && Math.Abs(a - b) <= Math.Max(Float16Absolute, BFloat16Relative * Math.Max(Math.Abs(a), Math.Abs(b))));

    private static string Text(Dictionary<string, IReadOnlyList<double>> rows, string row) =>
        rows.TryGetValue(row, out IReadOnlyList<double>? values) ? string.Join(", ", values.Select(value => Fact.Of(value))) : "absent";
}
