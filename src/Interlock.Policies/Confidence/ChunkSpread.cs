namespace Interlock.Policies.Confidence;

/// <summary>How far the alternative chunks of one answer lie apart.</summary>
internal static class ChunkSpread
{
    /// <summary>
    /// √(1/(T·D) Σ_t Σ_d Var_s(x_std)/span_d²), with the unbiased variance over the S samples: the root mean square standard
    /// deviation in channel spans. NaN below two samples and for any NaN.
    /// </summary>
    public static double Of(PolicyChunk chunk, ReadOnlySpan<double> inverseSpans)
    {
        double sum = 0;
        int values = chunk.Rows * chunk.Dimension;
        for (int at = 0; at < values; at++)
        {
            sum += Variance(chunk, at) * inverseSpans[at % chunk.Dimension] * inverseSpans[at % chunk.Dimension];
        }

        return chunk.Samples < 2 ? double.NaN : Math.Sqrt(sum / values);
    }

    private static double Variance(PolicyChunk chunk, int at)
    {
        double first = chunk.Sample(0)[at];
        double sum = 0;
        double squares = 0;
        for (int sample = 1; sample < chunk.Samples; sample++)
        {
            double difference = chunk.Sample(sample)[at] - first;
            sum += difference;
            squares += difference * difference;
        }

        // Math.Max keeps NaN, and one infinite sample gives ∞ − ∞.
        return Math.Max(0, squares - (sum * sum / chunk.Samples)) / (chunk.Samples - 1);
    }
}
