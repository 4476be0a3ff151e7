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

    public static NormalisationMode? Find(string word) => Array.Find(Known, mode => mode.Word == word);

    /// <summary>The mode of a scheme that a person has stated, or of a policy type.</summary>
    public static NormalisationMode Of(NormalisationScheme scheme) => Array.Find(Known, mode => mode.Scheme == scheme)!;
}
