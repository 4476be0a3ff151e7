namespace Interlock.Guard.Calibration.Conformal;

/// <summary>The textbook conformal p-value (1 + #{s_i ≥ s})/(n + 1) (Vovk, Gammerman and Shafer 2005): ties count.</summary>
public static class ConformalPValue
{
    /// <summary>p of <paramref name="score"/>; NaN counts as the most extreme score.</summary>
    /// <param name="sortedScores">Ascending calibration scores.</param>
    /// <param name="score">Score to judge; larger is stranger.</param>
    public static double Of(ReadOnlySpan<double> sortedScores, double score)
    {
        int below = double.IsNaN(score) ? CountBelow(sortedScores, double.PositiveInfinity) : CountBelow(sortedScores, score);
        return (1.0 + sortedScores.Length - below) / (sortedScores.Length + 1);
    }

    private static int CountBelow(ReadOnlySpan<double> sorted, double score)
    {
        int low = 0;
        int high = sorted.Length;
        while (low < high)
        {
            int middle = (low + high) >>> 1;
            if (sorted[middle] < score)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low;
    }
}
