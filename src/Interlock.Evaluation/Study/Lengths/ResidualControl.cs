using Interlock.Evaluation.Statistics;
using Interlock.Evaluation.Study.Report;

namespace Interlock.Evaluation.Study.Lengths;

/// <summary>Fits the monitor's rank against length within successes and ranks what is left.</summary>
internal static class ResidualControl
{
    /// <summary>Null when a class is too small or successes do not vary.</summary>
    public static LengthResidual? Of(PolicySample sample, double[] values)
    {
        int[] known = [.. Enumerable.Range(0, values.Length).Where(index => !double.IsNaN(values[index]))];
        double[] lengths = [.. known.Select(index => (double)sample.Lengths[index])];
        double[] ranks = MidRanks.Of([.. known.Select(index => values[index])]);
        int[] successes = [.. Enumerable.Range(0, known.Length).Where(place => !sample.Failed[known[place]])];
        if (successes.Length < PolicySample.SmallestClass || known.Length - successes.Length < PolicySample.SmallestClass)
        {
            return null;
        }

        LinearFit fit = LinearFit.Of([.. successes.Select(place => lengths[place])], [.. successes.Select(place => ranks[place])]);
        double[] residuals = [.. ranks.Select((rank, place) => rank - fit.At(lengths[place]))];
        bool[] failed = [.. known.Select(index => sample.Failed[index])];
        return double.IsNaN(fit.Correlation) ? null : new LengthResidual(fit.Correlation, new RankedOutcomes(residuals, failed).Auroc());
    }
}
