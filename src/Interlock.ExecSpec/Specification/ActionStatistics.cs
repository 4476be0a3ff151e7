namespace Interlock.ExecSpec.Specification;

/// <summary>
/// Statistics of one entry of a source, as far as it has them. Every array is row-major T×D with T = <see cref="Timesteps"/> (1 unless
/// statistics are kept per position in the chunk). Values are as in the source: non-finite ones are kept, so that they can be named.
/// </summary>
public sealed record ActionStatistics
{
    /// <summary>D, the number of channels of each row.</summary>
    public required int Channels { get; init; }

    /// <summary>T, 1 unless the statistics are kept per position in the chunk.</summary>
    public int Timesteps { get; init; } = 1;

    /// <summary>Smallest values.</summary>
    public IReadOnlyList<double>? Min { get; init; }

    /// <summary>Largest values.</summary>
    public IReadOnlyList<double>? Max { get; init; }

    /// <summary>Means.</summary>
    public IReadOnlyList<double>? Mean { get; init; }

    /// <summary>Standard deviations.</summary>
    public IReadOnlyList<double>? Std { get; init; }

    /// <summary>Quantiles, ascending by level.</summary>
    public IReadOnlyList<QuantileRow> Quantiles { get; init; } = [];

    /// <summary>The quantile at <paramref name="level"/>, or null when the source has none.</summary>
    public IReadOnlyList<double>? QuantileAt(double level)
    {
        for (int i = 0; i < Quantiles.Count; i++)
        {
            if (Quantiles[i].Level == level)
            {
                return Quantiles[i].Values;
            }
        }

        return null;
    }
}
