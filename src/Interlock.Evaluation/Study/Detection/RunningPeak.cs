namespace Interlock.Evaluation.Study.Detection;

/// <summary>The largest score up to each step: an alarm has been raised by a step exactly when the peak there exceeds the threshold.</summary>
internal static class RunningPeak
{
    /// <summary>Ascending; −∞ until there is a score.</summary>
    public static double[] Of(ReadOnlySpan<double> scores)
    {
        double[] peaks = new double[scores.Length];
        double peak = double.NegativeInfinity;
        for (int i = 0; i < scores.Length; i++)
        {
            peak = double.IsNaN(scores[i]) ? peak : Math.Max(peak, scores[i]);
            peaks[i] = peak;
        }

        return peaks;
    }

    /// <summary>Index of the first step whose peak exceeds the threshold; null when none does.</summary>
    public static int? FirstCrossing(double[] peaks, double threshold)
    {
        if (peaks.Length == 0 || !(peaks[^1] > threshold))
        {
            return null;
        }

        int low = 0, high = peaks.Length - 1;
        while (low < high)
        {
            int middle = (low + high) / 2;
            (low, high) = peaks[middle] > threshold ? (low, middle) : (middle + 1, high);
        }

        return low;
    }
}
