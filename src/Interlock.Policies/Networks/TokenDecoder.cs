namespace Interlock.Policies.Networks;

/// <summary>Logits to values.</summary>
internal static class TokenDecoder
{
    /// <summary>Most likely token of each value; NaN where a logit is NaN.</summary>
    public static void Likeliest(TokenHead head, ReadOnlySpan<float> logits, Span<double> values)
    {
        for (int i = 0; i < values.Length; i++)
        {
            ReadOnlySpan<float> token = logits.Slice(i * head.Bins, head.Bins);
            values[i] = float.IsFinite(Largest(token)) ? head.Centre(token.IndexOf(Largest(token))) : double.NaN;
        }
    }

    /// <summary>A token of each value drawn from its distribution; NaN where a logit is NaN.</summary>
    public static void Draw(TokenHead head, ReadOnlySpan<float> logits, CountedBits bits, Span<double> values)
    {
        const int layerOfTokens = -1;
        for (int i = 0; i < values.Length; i++)
        {
            ReadOnlySpan<float> token = logits.Slice(i * head.Bins, head.Bins);
            values[i] = float.IsFinite(Largest(token)) ? head.Centre(Draw(token, bits.Uniform(layerOfTokens, i))) : double.NaN;
        }
    }

    /// <summary>Mean entropy of the tokens, nats; NaN where a logit is NaN.</summary>
    public static double MeanEntropyNats(TokenHead head, ReadOnlySpan<float> logits)
    {
        double sum = 0;
        int tokens = logits.Length / head.Bins;
        for (int i = 0; i < tokens; i++)
        {
            sum += EntropyNats(logits.Slice(i * head.Bins, head.Bins));
        }

        return sum / tokens;
    }

    private static double EntropyNats(ReadOnlySpan<float> logits)
    {
        float largest = Largest(logits);
        double weights = 0;
        double weighted = 0;
        foreach (float logit in logits)
        {
            double below = logit - largest;
            double weight = Math.Exp(below);
            weights += weight;
            weighted += weight == 0 ? 0 : weight * below;
        }

        // Rounding may leave a certain token a hair below zero; Math.Max keeps NaN.
        return Math.Max(0, Math.Log(weights) - (weighted / weights));
    }

    private static int Draw(ReadOnlySpan<float> logits, double uniform)
    {
        float largest = Largest(logits);
        double left = uniform * Sum(logits, largest);
        int token = 0;
        for (; token < logits.Length - 1; token++)
        {
            left -= Math.Exp(logits[token] - largest);
            if (left < 0)
            {
                break;
            }
        }

        return token;
    }

    private static double Sum(ReadOnlySpan<float> logits, float largest)
    {
        double sum = 0;
        foreach (float logit in logits)
        {
            sum += Math.Exp(logit - largest);
        }

        return sum;
    }

    private static float Largest(ReadOnlySpan<float> logits)
    {
        float largest = float.NegativeInfinity;
        foreach (float logit in logits)
        {
            largest = MathF.Max(largest, logit);
        }

        return largest;
    }
}
