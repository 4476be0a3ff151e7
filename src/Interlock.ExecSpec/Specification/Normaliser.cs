namespace Interlock.ExecSpec.Specification;

/// <summary>An unnormaliser as data: the selected entry, its scheme, its statistics and the library's arithmetic.</summary>
public sealed record Normaliser
{
    /// <summary>Name of the entry in its source: <c>libero_goal</c>, an embodiment tag, an asset id, a feature key.</summary>
    public required string Key { get; init; }

    /// <summary>The scheme that is applied.</summary>
    public required NormalisationScheme Scheme { get; init; }

    /// <summary>Level of the quantile that is z = −1; null unless the scheme is quantile.</summary>
    public double? LowQuantile { get; init; }

    /// <summary>Level of the quantile that is z = +1; null unless the scheme is quantile.</summary>
    public double? HighQuantile { get; init; }

    /// <summary>For each channel, true where the scheme applies and false where the number passes unchanged; null when the source has no mask (all true).</summary>
    public IReadOnlyList<bool>? Mask { get; init; }

    /// <summary>The statistics; null when the source has none for this entry, which makes the unnormaliser inert.</summary>
    public ActionStatistics? Statistics { get; init; }

    /// <summary>Epsilons and clips.</summary>
    public NormaliserArithmetic Arithmetic { get; init; } = LibraryArithmetic.Plain;

    /// <summary>True where the scheme applies to <paramref name="channel"/>.</summary>
    public bool AppliesTo(int channel) => Mask is null || (channel < Mask.Count && Mask[channel]);

    /// <summary>The rows that the scheme uses: (low, high) of a range, (mean, std) of a standard score, null for identity or where the source lacks them.</summary>
    public (IReadOnlyList<double> First, IReadOnlyList<double> Second)? Rows => (Scheme, Statistics) switch
    {
        (NormalisationScheme.Quantile, { } table) => Pair(QuantileOf(table, LowQuantile), QuantileOf(table, HighQuantile)),
        (NormalisationScheme.MinMax, { } table) => Pair(table.Min, table.Max),
        (NormalisationScheme.MeanStd, { } table) => Pair(table.Mean, table.Std),
        _ => null,
    };

    private static IReadOnlyList<double>? QuantileOf(ActionStatistics table, double? level) => level is { } value ? table.QuantileAt(value) : null;

    private static (IReadOnlyList<double> First, IReadOnlyList<double> Second)? Pair(IReadOnlyList<double>? first, IReadOnlyList<double>? second) =>
        first is not null && second is not null ? (first, second) : null;
}
