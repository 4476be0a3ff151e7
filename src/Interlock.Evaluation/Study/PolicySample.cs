using Interlock.Core.Statistics;
using Interlock.Evaluation.Statistics;
using Interlock.Evaluation.Study.Episodes;

namespace Interlock.Evaluation.Study;

/// <summary>A policy made ready for ranking: classes, lengths and the resamples that all its statistics share.</summary>
internal sealed class PolicySample
{
    /// <summary>Fewest episodes of each class for an AUROC (the SafeContract protocol).</summary>
    public const int SmallestClass = 5;

    public PolicySample(LabelledPolicy policy, StudySettings settings)
    {
        Policy = policy;
        Failed = policy.Failed();
        Lengths = policy.Lengths();
        Bootstrap = new EpisodeBootstrap(Failed.Length, settings.Resamples, settings.Seed);
    }

    public LabelledPolicy Policy { get; }

    public bool[] Failed { get; }

    public int[] Lengths { get; }

    public EpisodeBootstrap Bootstrap { get; }

    public RankedOutcomes Rank(ReadOnlySpan<double> scores) => new(scores, Failed);

    /// <summary>AUROC and interval; both null when a class is too small.</summary>
    public (double? Auroc, Interval? Interval) Estimate(RankedOutcomes outcomes) =>
        outcomes.Failures < SmallestClass || outcomes.Successes < SmallestClass
            ? (null, null)
            : (outcomes.Auroc(), Bootstrap.Interval(outcomes.Auroc));

    /// <summary>Values of one class, NaN left out.</summary>
    public double[] ValuesOf(bool failed, IEnumerable<double> values) =>
        [.. values.Where((value, index) => Failed[index] == failed && !double.IsNaN(value))];
}
