using Interlock.Evaluation.Study.Episodes;

namespace Interlock.Evaluation.Study.Detection;

/// <summary>
/// The largest value that a monitor's score so far has had at each step: an alarm with any threshold has been raised by a step
/// exactly when the peak exceeds it there. The score so far is the mean of the steps, or the value itself for running sums.
/// </summary>
internal static class RunningPeak
{
    /// <summary>Before this many values a mean is noise and raises no alarm.</summary>
    public const int WarmUpSteps = 10;

    public static double[] Of(ReadOnlySpan<double> track, LengthBehaviour length)
    {
        double[] peaks = new double[track.Length];
        double sum = 0, peak = double.NegativeInfinity;
        int count = 0;
        for (int i = 0; i < track.Length; i++)
        {
            if (!double.IsNaN(track[i]))
            {
                sum += track[i];
                count++;
                double score = length == LengthBehaviour.Extreme ? track[i] : sum / count;
                peak = count >= WarmUpSteps ? Math.Max(peak, score) : peak;
            }

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
