using Interlock.Core.Statistics;
using Interlock.Guard.Calibration.Models;

namespace Interlock.Guard.Calibration.Conformal;

/// <summary>
/// Thins the calibration scores to a bounded list without losing the claim. With enough episodes the list ends in
/// infinite scores that stand for the unseen episode, and p never falls below what whole episodes allow.
/// </summary>
internal static class ConformalModelFit
{
    /// <summary>Scores in a model; p has a resolution of 1/2048.</summary>
    public const int ScoreLimit = 2047;

    public static ConformalModel Fit(BoxScores box, StepScores scores, double alpha)
    {
        bool enough = scores.EpisodeCount >= Quantile.SmallestConformalCount(alpha);
        (double[] sorted, int unseen) = enough ? scores.ThinnedByEpisode(ScoreLimit) : scores.ThinnedBySteps(ScoreLimit);
        double[] infinite = new double[unseen];
        Array.Fill(infinite, double.PositiveInfinity);
        return box.ModelWith([.. sorted, .. infinite]);
    }
}
