using Interlock.ExecSpec.Specification;

namespace Interlock.ExecSpec.Drift;

/// <summary>The same statistics read by another scheme, as far as they have its rows; identity is what an inert unnormaliser does.</summary>
internal static class SchemeReadings
{
    public static IEnumerable<Normaliser> Of(Normaliser selected) =>
        All(selected).Where(reading => reading.Rows is not null || reading.Scheme == NormalisationScheme.Identity);

    private static IEnumerable<Normaliser> All(Normaliser selected)
    {
        Normaliser plain = selected with { LowQuantile = null, HighQuantile = null };
        if (selected.Scheme != NormalisationScheme.Quantile && selected.Statistics?.Quantiles is { Count: >= 2 } levels)
        {
            yield return selected with { Scheme = NormalisationScheme.Quantile, LowQuantile = levels[0].Level, HighQuantile = levels[^1].Level };
        }

        foreach (NormalisationScheme scheme in new[] { NormalisationScheme.MinMax, NormalisationScheme.MeanStd, NormalisationScheme.Identity })
        {
            if (scheme != selected.Scheme)
            {
                yield return plain with { Scheme = scheme };
            }
        }
    }
}
