using Interlock.Evaluation.Study.Report;

namespace Interlock.Cli.Verbs.Study;

/// <summary>One comparison in a few lines, which read better than a table of ten columns.</summary>
internal static class ComparisonLines
{
    public static IEnumerable<string> Of(ComparisonReport comparison)
    {
        yield return comparison.Name;
        yield return $"  without: {StudyNumbers.Share(comparison.Without)}";
        yield return $"  with:    {StudyNumbers.Share(comparison.With)}";
        yield return $"  difference {StudyNumbers.Points(comparison.With.Rate - comparison.Without.Rate)} points"
            + $" [{StudyNumbers.Points(comparison.Difference.Low)}, {StudyNumbers.Points(comparison.Difference.High)}],"
            + $" Fisher p {StudyNumbers.P(comparison.FisherP)}";
        if (comparison.Paired is { } paired)
        {
            yield return $"  same seed: {paired.Lost} lost, {paired.Won} won of {paired.Pairs}, exact McNemar p {StudyNumbers.P(paired.McNemarP)}";
            yield return $"  same seed: difference [{StudyNumbers.Points(paired.Difference.Low)}, {StudyNumbers.Points(paired.Difference.High)}] points";
        }

        if (comparison.ModifiedActions is { } modified)
        {
            yield return $"  the guard changed {modified.Count} of {modified.Of} actions ({StudyNumbers.Percent(modified.Rate)} %)";
        }
    }
}
