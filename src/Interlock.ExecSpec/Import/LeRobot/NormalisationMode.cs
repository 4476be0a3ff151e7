using Interlock.ExecSpec.Specification;

namespace Interlock.ExecSpec.Import.LeRobot;

/// <summary>A mode as LeRobot writes it (reference: ecosystem note, B4).</summary>
/// <param name="Word">The word in the file.</param>
/// <param name="Scheme">What it does.</param>
/// <param name="Low">Level of the quantile at −1; null where no quantiles are used.</param>
/// <param name="High">Level of the quantile at +1.</param>
internal sealed record NormalisationMode(string Word, NormalisationScheme Scheme, double? Low = null, double? High = null)
{
    public static readonly NormalisationMode Identity = new("IDENTITY", NormalisationScheme.Identity);

    private static readonly NormalisationMode[] Known =
    [
        Identity,
        new("MEAN_STD", NormalisationScheme.MeanStd),
        new("MIN_MAX", NormalisationScheme.MinMax),
        new("QUANTILES", NormalisationScheme.Quantile, 0.01, 0.99),
        new("QUANTILE10", NormalisationScheme.Quantile, 0.10, 0.90),
    ];

    public static string Words => string.Join(", ", Known.Select(mode => mode.Word));

    /// <summary>The rows without which the library raises.</summary>
    public IReadOnlyList<string> Rows => Scheme switch
    {
        NormalisationScheme.MeanStd => ["mean", "std"],
        NormalisationScheme.MinMax => ["min", "max"],
        NormalisationScheme.Quantile => [StatisticRow.NameOf(Low!.Value), StatisticRow.NameOf(High!.Value)],
        _ => [],
    };

    public static NormalisationMode? Find(string word) => Array.Find(Known, mode => mode.Word == word);

    /// <summary>The mode of a scheme that a person has stated.</summary>
    public static NormalisationMode Of(NormalisationScheme scheme, double? low = null, double? high = null) => scheme == NormalisationScheme.Quantile
        ? new NormalisationMode("QUANTILES", scheme, low ?? 0.01, high ?? 0.99)
        : Array.Find(Known, mode => mode.Scheme == scheme)!;
}
