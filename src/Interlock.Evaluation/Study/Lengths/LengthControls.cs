using System.Globalization;
using Interlock.Core.Statistics;
using Interlock.Evaluation.Statistics;
using Interlock.Evaluation.Study.Episodes;
using Interlock.Evaluation.Study.Report;

namespace Interlock.Evaluation.Study.Lengths;

/// <summary>Every way of taking episode length out of one monitor's AUROC.</summary>
internal sealed class LengthControls(PolicySample sample, CommonHorizon horizon)
{
    /// <summary>Two lengths match when they differ by at most this share of the median length.</summary>
    private const double MatchingShare = 0.05;

    /// <summary>Matching has worked when length no longer orders the matched pairs: its own AUROC among them is this close to 0.5.</summary>
    private const double BalancedWithin = 0.1;

    /// <summary>Best method first, whether or not it could be applied.</summary>
    public IReadOnlyList<LengthControl> Of(MonitorColumn column) => [AtHorizon(column), Matched(column), PerStep(column)];

    /// <summary>The best that could be applied, or the last reason why none could.</summary>
    public static LengthControl Best(IReadOnlyList<LengthControl> controls) => controls.FirstOrDefault(control => control.Auroc is not null) ?? controls[^1];

    private LengthControl AtHorizon(MonitorColumn column)
    {
        if (column.Tracks is null)
        {
            return Impossible(LengthControlMethod.CommonHorizon, "needs step logs; only whole-episode values were given");
        }

        return horizon.Steps is not { } steps
            ? Impossible(LengthControlMethod.CommonHorizon, $"the shortest episodes have fewer than {CommonHorizon.SmallestSteps} steps")
            : Estimated(
                LengthControlMethod.CommonHorizon,
                sample.Rank(horizon.Truncate(column)),
                string.Create(CultureInfo.InvariantCulture, $"first {steps} steps of every episode; {horizon.Dropped} shorter episodes left out"));
    }

    private LengthControl Matched(MonitorColumn column)
    {
        if (column.Length == LengthBehaviour.Extreme)
        {
            return Impossible(LengthControlMethod.LengthMatched, "an extreme still grows within the tolerance of a match");
        }

        int tolerance = ToleranceSteps();
        LengthMatchedOutcomes pairs = new(column.Values, sample.Lengths, sample.Failed, tolerance);
        if (Unmatched(pairs, tolerance) is { } reason)
        {
            return Impossible(LengthControlMethod.LengthMatched, reason);
        }

        Interval? interval = sample.Bootstrap.Interval(pairs.Auroc);
        return new LengthControl(LengthControlMethod.LengthMatched, pairs.Auroc(Ones()), interval, $"pairs whose lengths differ by at most {tolerance} steps");
    }

    private string? Unmatched(LengthMatchedOutcomes pairs, int tolerance)
    {
        (int failures, int successes) = pairs.Matched();
        if (Math.Min(failures, successes) < PolicySample.SmallestClass)
        {
            return $"only {failures} failures and {successes} successes have a partner within {tolerance} steps";
        }

        double[] lengths = [.. sample.Lengths.Select(length => (double)length)];
        double balance = new LengthMatchedOutcomes(lengths, sample.Lengths, sample.Failed, tolerance).Auroc(Ones());
        return Math.Abs(balance - 0.5) <= BalancedWithin
            ? null
            : string.Create(CultureInfo.InvariantCulture, $"even within {tolerance} steps length still tells the outcome (AUROC {balance:0.00})");
    }

    private LengthControl PerStep(MonitorColumn column) => column.Length switch
    {
        LengthBehaviour.PerStep => Estimated(LengthControlMethod.PerStep, sample.Rank(column.Values), "already a value per step"),
        LengthBehaviour.Accumulates => Estimated(
            LengthControlMethod.PerStep, sample.Rank(column.PerStep(sample.Policy.Episodes).Values), "divided by the steps of the episode"),
        _ => Impossible(LengthControlMethod.PerStep, "an extreme over an episode grows with its length and cannot be divided by it"),
    };

    private LengthControl Estimated(LengthControlMethod method, RankedOutcomes outcomes, string note)
    {
        (double? auroc, Interval? interval) = sample.Estimate(outcomes);
        return auroc is null
            ? Impossible(method, $"{outcomes.Failures} failures and {outcomes.Successes} successes: an AUROC needs {PolicySample.SmallestClass} of each")
            : new LengthControl(method, auroc, interval, note);
    }

    private int ToleranceSteps()
    {
        double[] sorted = [.. sample.Lengths.Select(length => (double)length).Order()];
        return Math.Max(1, (int)(MatchingShare * Quantile.Linear(sorted, 0.5)));
    }

    private int[] Ones() => [.. sample.Lengths.Select(_ => 1)];

    private static LengthControl Impossible(LengthControlMethod method, string reason) => new(method, null, null, reason);
}
