using Interlock.Evaluation.Study.Report;

namespace Interlock.Evaluation.Study.Detection;

/// <summary>The thresholds that no other threshold beats in both F1 and mean detection time.</summary>
internal static class DetectionFrontier
{
    private const int MostThresholds = 128;

    public static IReadOnlyList<FrontierPoint> Of(double[][] failures, double[][] successes)
    {
        List<FrontierPoint> frontier = [];
        foreach (FrontierPoint point in Thresholds(failures, successes)
            .Select(threshold => Point(failures, successes, threshold))
            .Where(point => point.F1 > 0)
            .OrderBy(point => point.MeanDetectionFraction)
            .ThenByDescending(point => point.F1))
        {
            if (frontier.Count == 0 || point.F1 > frontier[^1].F1)
            {
                frontier.Add(point);
            }
        }

        return frontier;
    }

    /// <summary>Elapsed fraction of the episode at its first alarm; NaN without one.</summary>
    public static double MomentOf(double[] peaks, double threshold) =>
        RunningPeak.FirstCrossing(peaks, threshold) is { } step ? (step + 1.0) / peaks.Length : double.NaN;

    private static FrontierPoint Point(double[][] failures, double[][] successes, double threshold)
    {
        double[] moments = [.. failures.Select(peaks => MomentOf(peaks, threshold)).Where(moment => !double.IsNaN(moment))];
        int falseAlarms = successes.Count(peaks => peaks[^1] > threshold);
        double f1 = 2.0 * moments.Length / (moments.Length + falseAlarms + failures.Length);
        return new FrontierPoint(threshold, f1, moments.Length == 0 ? double.NaN : moments.Average());
    }

    // Alarms change only at observed peaks; with many episodes an even selection of them draws the same line.
    private static double[] Thresholds(double[][] failures, double[][] successes)
    {
        double[] peaks = [.. failures.Concat(successes).Select(episode => episode[^1]).Where(double.IsFinite).Distinct().Order()];
        int stride = Math.Max(1, peaks.Length / MostThresholds);
        return [.. peaks.Where((_, index) => index % stride == 0)];
    }
}
