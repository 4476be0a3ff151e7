using Interlock.Guard.Calibration.Conformal;
using Interlock.Guard.Calibration.Models;

namespace Interlock.Guard.Alarms.Learning;

/// <summary>
/// Which steps of the calibration episodes have p &lt; alpha. Each episode is judged by the p-value that the other episodes
/// make: judged by its own it would look more normal than a new one does.
/// </summary>
internal static class ImprobableSteps
{
    public static List<bool[]> Of(IReadOnlyList<(int Owner, double[] Scores)> series, StepScores scores, ConformalModel model, double alpha)
    {
        List<bool[]> flags = [];
        foreach ((int owner, double[] episode) in series)
        {
            double? threshold = scores.ThresholdAtRiskWithout(owner, alpha);
            flags.Add(threshold is { } limit
                ? Array.ConvertAll(episode, score => score > limit)
                : Array.ConvertAll(episode, score => ConformalPValue.Of(model.SortedScores, score) < alpha));
        }

        return flags;
    }
}
