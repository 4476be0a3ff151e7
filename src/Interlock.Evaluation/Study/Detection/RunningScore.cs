using Interlock.Evaluation.Study.Episodes;

namespace Interlock.Evaluation.Study.Detection;

/// <summary>
/// A monitor as an alarm would see it: the mean of its last values, or the value itself for running sums. A short window serves
/// better than single steps and than the whole past (FIPER, arXiv 2510.09459).
/// </summary>
internal static class RunningScore
{
    /// <summary>Values in the mean.</summary>
    public const int WindowValues = 20;

    /// <summary>Before this many values a mean is noise and there is no score.</summary>
    public const int WarmUpValues = 10;

    /// <summary>One score per step; NaN until there is one.</summary>
    public static double[] Of(ReadOnlySpan<double> track, LengthBehaviour length)
    {
        double[] scores = new double[track.Length];
        Queue<double> window = new();
        double score = double.NaN;
        for (int i = 0; i < track.Length; i++)
        {
            if (!double.IsNaN(track[i]))
            {
                Push(window, track[i]);
                score = length == LengthBehaviour.Extreme ? track[i] : window.Average();
            }

            scores[i] = window.Count < WarmUpValues ? double.NaN : score;
        }

        return scores;
    }

    private static void Push(Queue<double> window, double value)
    {
        if (window.Count == WindowValues)
        {
            window.Dequeue();
        }

        window.Enqueue(value);
    }
}
