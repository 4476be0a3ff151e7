using Interlock.ExecSpec.Specification;

namespace Interlock.ExecSpec.Import.Parts;

/// <summary>Names, as files write them, of the two rows that a scheme uses.</summary>
internal static class SchemeRows
{
    public static (string First, string Second) Of(Normaliser normaliser) => normaliser.Scheme switch
    {
        NormalisationScheme.Quantile => (QuantileName(normaliser.LowQuantile), QuantileName(normaliser.HighQuantile)),
        NormalisationScheme.MinMax => ("min", "max"),
        NormalisationScheme.MeanStd => ("mean", "std"),
        _ => ("", ""),
    };

    public static IEnumerable<string> Present(ActionStatistics statistics)
    {
        (string Name, IReadOnlyList<double>? Values)[] fixedRows =
            [("mean", statistics.Mean), ("std", statistics.Std), ("min", statistics.Min), ("max", statistics.Max)];
        return fixedRows.Where(row => row.Values is not null).Select(row => row.Name)
            .Concat(statistics.Quantiles.Select(row => QuantileName(row.Level)));
    }

    private static string QuantileName(double? level) => $"q{Math.Round((level ?? 0) * 100):00}";
}
