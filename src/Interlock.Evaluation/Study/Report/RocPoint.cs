using Interlock.Evaluation.Statistics;

namespace Interlock.Evaluation.Study.Report;

/// <summary>One point of an ROC curve.</summary>
/// <param name="FalseAlarmRate">Share of successes above the threshold, 0 to 1.</param>
/// <param name="DetectedShare">Share of failures above the threshold, 0 to 1.</param>
public sealed record RocPoint(double FalseAlarmRate, double DetectedShare)
{
    /// <summary>Longer curves are thinned to this many points; a picture does not show more.</summary>
    public const int MostPoints = 200;

    /// <summary>The curve from (0, 0) to (1, 1); empty when a class has no episode.</summary>
    internal static IReadOnlyList<RocPoint> CurveOf(RankedOutcomes outcomes)
    {
        if (outcomes.Failures == 0 || outcomes.Successes == 0)
        {
            return [];
        }

        IReadOnlyList<(int FalseAlarms, int Detected)> steps = outcomes.RocSteps();
        int shown = Math.Min(MostPoints, steps.Count);
        return
        [
            .. Enumerable.Range(0, shown).Select(i => steps[(int)((long)i * (steps.Count - 1) / (shown - 1))])
                .Select(step => new RocPoint((double)step.FalseAlarms / outcomes.Successes, (double)step.Detected / outcomes.Failures)),
        ];
    }
}
