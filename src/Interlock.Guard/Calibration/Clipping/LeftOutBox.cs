using Interlock.Core.Statistics;
using Interlock.Guard.Calibration.Box;
using Interlock.Guard.Calibration.Conformal;
using Interlock.Guard.Calibration.Demonstrations;
using Interlock.Guard.Calibration.Shapes;

namespace Interlock.Guard.Calibration.Clipping;

/// <summary>
/// A box that the calibration episodes but one make; means and scales come from the fit episodes and stay. It leaves as many scores above
/// it as the box of all of them does, so it is never wider, and one more episode could only widen it: for the box, a loss under it is no
/// smaller on average than a new episode's under the box of all. Where nothing is promised it is the range of the others.
/// </summary>
internal sealed class LeftOutBox(
    ChannelShape[] shapes, BoxScores scores, StepScores jointScores, CoverageStatement coverage, LeftOutRange ranges)
{
    private readonly StepScores[] _perChannel =
        coverage is { Guarantee: CoverageGuarantee.Step, Box: BoxKind.PerJoint } ? [.. scores.PerChannel.Select(channel => channel.Sorted())] : [];

    /// <param name="owner">Place of the episode among the calibration episodes.</param>
    /// <param name="facts">The episode.</param>
    public ChannelBounds Without(int owner, EpisodeFacts facts)
    {
        RangeUnion others = Range(facts);
        return coverage.Guaranteed
            ? BoxFit.FromThresholds(shapes, [.. shapes.Select((_, j) => Threshold(owner, j))], others)
            : BoxFit.FromRange(shapes, others, margin: 0);
    }

    private double Threshold(int owner, int channel) => (coverage.Guarantee, coverage.Box) switch
    {
        (CoverageGuarantee.Step, BoxKind.Joint) => jointScores.SameRiskWithout(owner, coverage.Alpha),
        (CoverageGuarantee.Step, _) => _perChannel[channel].SameRiskWithout(owner, coverage.Alpha),
        (_, BoxKind.Joint) => RankWithout(scores.Joint.EpisodeMaxima, owner),
        _ => RankWithout(scores.PerChannel[channel].EpisodeMaxima, owner),
    };

    private double RankWithout(IReadOnlyList<double> maxima, int owner)
    {
        double[] largestFirst = [.. maxima.Where((_, e) => e != owner).OrderDescending()];
        int above = maxima.Count - Quantile.ConformalRank(maxima.Count, coverage.Alpha);
        return largestFirst[Math.Min(above, largestFirst.Length - 1)];
    }

    private RangeUnion Range(EpisodeFacts facts) => new(
        [.. shapes.Select((_, j) => ranges.MinWithout(facts, j))],
        [.. shapes.Select((_, j) => ranges.MaxWithout(facts, j))]);
}
