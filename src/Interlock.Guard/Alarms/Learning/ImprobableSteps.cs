using Interlock.Guard.Calibration.Conformal;

namespace Interlock.Guard.Alarms.Learning;

/// <summary>
/// Which steps of the calibration episodes count as improbable when false alarms are estimated. Each episode is judged by the others:
/// judged by its own scores it would look more normal than a new one does. And the threshold that these few episodes give may
/// by chance be lower than it should be, so that new episodes exceed it more often than these do: it is lowered until as much lies
/// above it as an upper confidence limit for a new episode allows.
/// </summary>
internal static class ImprobableSteps
{
    // Two standard errors of the number of episodes' worth of steps above the threshold.
    private const double StandardErrors = 2;

    // The episode that was not seen may lie above altogether.
    private const double UnseenEpisode = 1;

    public static List<bool[]> Of(IReadOnlyList<(int Owner, double[] Scores)> series, StepScores scores, double alpha)
    {
        double squares = series.Sum(episode => Square(ShareAbove(episode.Scores, scores.SameRiskWithout(episode.Owner, alpha))));
        double allowed = Math.Max(0, (alpha * scores.EpisodeCount) - 1);
        double cautious = allowed + UnseenEpisode + (StandardErrors * Math.Sqrt(squares * scores.EpisodeCount / series.Count));
        return [.. series.Select(episode => Above(episode.Scores, scores.ThresholdLeavingWithout(episode.Owner, cautious)))];
    }

    private static bool[] Above(double[] scores, double threshold) => Array.ConvertAll(scores, score => score > threshold);

    private static double ShareAbove(double[] scores, double threshold) => (double)scores.Count(score => score > threshold) / scores.Length;

    private static double Square(double x) => x * x;
}
