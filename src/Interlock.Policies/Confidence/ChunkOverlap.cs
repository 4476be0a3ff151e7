namespace Interlock.Policies.Confidence;

/// <summary>Remembers the last chunk and compares the next one with it where both speak about the same policy steps.</summary>
internal sealed class ChunkOverlap(OverlapKind kind, double[] inverseSpans, int maxRows, int maxSamples)
{
    private readonly PolicyChunk _last = new(maxRows, inverseSpans.Length, kind == OverlapKind.Samples ? maxSamples : 1);

    public void Forget() => _last.Reset(0);

    /// <summary>The distance in channel spans, then takes the chunk's place; null when there is nothing to compare with.</summary>
    public double? Measure(PolicyChunk chunk)
    {
        if (chunk.Rows == 0)
        {
            return null;
        }

        long ahead = chunk.ObservedAtStep - _last.ObservedAtStep;
        double? distance = ahead >= 0 && ahead < _last.Rows ? Distance(chunk, (int)ahead) : null;
        Remember(chunk);
        return distance;
    }

    private double Distance(PolicyChunk chunk, int ahead)
    {
        int length = Math.Min(chunk.Rows, _last.Rows - ahead) * inverseSpans.Length;
        int skip = ahead * inverseSpans.Length;
        return kind == OverlapKind.Executed
            ? Between(chunk.Actions[..length], _last.Actions.Slice(skip, length))
            : EnergyDistance(chunk, skip, length);
    }

    /// <summary>2·E‖X − Y‖ − E‖X − X′‖ − E‖Y − Y′‖ over all pairs (Székely and Rizzo 2013): 0 or more, and without a bandwidth to choose.</summary>
    private double EnergyDistance(PolicyChunk chunk, int skip, int length) => chunk.Samples < 2 || _last.Samples < 2
        ? double.NaN
        : Math.Max(
            0,
            (2 * MeanDistance(chunk, 0, _last, skip, length))
            - MeanDistance(chunk, 0, chunk, 0, length)
            - MeanDistance(_last, skip, _last, skip, length));

    private double MeanDistance(PolicyChunk a, int skipA, PolicyChunk b, int skipB, int length)
    {
        double sum = 0;
        for (int i = 0; i < a.Samples; i++)
        {
            for (int j = 0; j < b.Samples; j++)
            {
                sum += Between(a.Sample(i).Slice(skipA, length), b.Sample(j).Slice(skipB, length));
            }
        }

        return sum / a.Samples / b.Samples;
    }

    private double Between(ReadOnlySpan<double> a, ReadOnlySpan<double> b)
    {
        double sum = 0;
        for (int row = 0; row < a.Length; row += inverseSpans.Length)
        {
            for (int j = 0; j < inverseSpans.Length; j++)
            {
                double difference = (a[row + j] - b[row + j]) * inverseSpans[j];
                sum += difference * difference;
            }
        }

        return Math.Sqrt(sum / a.Length);
    }

    private void Remember(PolicyChunk chunk)
    {
        int samples = Math.Min(chunk.Samples, _last.MaxSamples);
        _last.Reset(chunk.Rows, samples);
        _last.ObservedAtStep = chunk.ObservedAtStep;
        for (int sample = 0; sample < samples; sample++)
        {
            chunk.Sample(sample).CopyTo(_last.Sample(sample));
        }
    }
}
