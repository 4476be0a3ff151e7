using Interlock.Core.Diagnostics;
using Interlock.Core.Statistics;
using Interlock.Guard.Calibration;

namespace Interlock.Guard.Alarms.Learning;

/// <summary>
/// Ranks: the threshold of a rule is the ⌈(n + 1)(1 − alpha)⌉-th smallest of the calibration episodes' largest
/// deviations, so a new exchangeable episode ever exceeds it with chance alpha at most; refused when alpha &lt; 1/(n + 1).
/// </summary>
internal sealed class BandRules(double alpha, DiagnosticCollector findings)
{
    public const string FamilyName = "band";
    public const string ConjunctionName = "novel_and_confused";

    public BandRule[] Bands(BandDeviations deviations, IReadOnlyList<string> monitors, BandScores scores, bool separate)
    {
        int[] columns = [.. monitors.Select(name => Array.IndexOf(scores.All, scores.Of(name)))];
        if (columns.Length == 0)
        {
            return [];
        }

        return separate
            ? [.. columns.Select((column, i) => Rule($"{FamilyName}_{monitors[i]}", [monitors[i]], deviations, [column])).OfType<BandRule>()]
            : [.. new[] { Rule(FamilyName, monitors, deviations, columns) }.OfType<BandRule>()];
    }

    public ConjunctionRule? Conjunction(BandDeviations deviations, string novel, string confused) =>
        Rank(ConjunctionName, deviations.Conjunctions) is { } threshold ? new ConjunctionRule(ConjunctionName, alpha, novel, confused, threshold) : null;

    private BandRule? Rule(string name, IReadOnlyList<string> monitors, BandDeviations deviations, int[] columns)
    {
        IEnumerable<double> largest = deviations.Episodes.Select(row => columns.Max(column => row[column]));
        return Rank(name, largest) is { } threshold ? new BandRule(name, alpha, monitors, threshold) : null;
    }

    private double? Rank(string name, IEnumerable<double> largest)
    {
        double[] sorted = [.. largest.Order()];
        double? threshold = Quantile.Conformal(sorted, alpha);
        if (threshold is null)
        {
            findings.Warn(
                CalibrationCodes.AlarmRefused,
                $"alarm {name} was refused: {sorted.Length} calibration episodes carry no claim at alpha = {alpha}",
                hint: $"{Quantile.SmallestConformalCount(alpha)} are needed, or alpha of at least {1.0 / (sorted.Length + 1):0.###}");
        }

        // A monitor without any value in most episodes leaves −∞; any first value would then be an alarm.
        return threshold is { } finite && double.IsFinite(finite) ? finite : null;
    }
}
