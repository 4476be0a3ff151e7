namespace Interlock.Policies.Ensembles;

/// <summary>The answer in the middle of the others.</summary>
internal static class EnsembleMedoid
{
    /// <summary>Index of the answer with the least sum of distances (root mean square in channel spans); NaN counts as infinitely far.</summary>
    public static int Of(PolicyChunk[] answers, int rows, ReadOnlySpan<double> inverseSpans)
    {
        int best = 0;
        double least = double.PositiveInfinity;
        for (int i = 0; i < answers.Length; i++)
        {
            double sum = Sum(answers, i, rows, inverseSpans);
            if (sum < least)
            {
                (best, least) = (i, sum);
            }
        }

        return best;
    }

    private static double Sum(PolicyChunk[] answers, int of, int rows, ReadOnlySpan<double> inverseSpans)
    {
        // One broken answer must not take the others' distances with it: between finite answers it is left out.
        if (!IsFinite(answers[of], rows))
        {
            return double.PositiveInfinity;
        }

        double sum = 0;
        foreach (PolicyChunk other in answers)
        {
            sum += IsFinite(other, rows) ? Distance(answers[of], other, rows, inverseSpans) : 0;
        }

        return sum;
    }

    private static bool IsFinite(PolicyChunk answer, int rows)
    {
        foreach (double value in answer.Actions[..(rows * answer.Dimension)])
        {
            if (!double.IsFinite(value))
            {
                return false;
            }
        }

        return true;
    }

    private static double Distance(PolicyChunk a, PolicyChunk b, int rows, ReadOnlySpan<double> inverseSpans)
    {
        double sum = 0;
        for (int at = 0; at < rows * a.Dimension; at++)
        {
            double difference = (a.Actions[at] - b.Actions[at]) * inverseSpans[at % a.Dimension];
            sum += difference * difference;
        }

        return Math.Sqrt(sum);
    }
}
