using Interlock.Evaluation.Statistics;
using Interlock.Evaluation.Study.Report;

namespace Interlock.Evaluation.Tests.Study.Report;

public sealed class RocPointTests
{
    [Fact]
    public void Long_curve_is_thinned_and_keeps_both_ends()
    {
        const int Episodes = 2000;
        double[] scores = [.. Enumerable.Range(0, Episodes).Select(i => (double)i)];
        bool[] failed = [.. Enumerable.Range(0, Episodes).Select(i => i % 2 == 0)];

        IReadOnlyList<RocPoint> curve = RocPoint.CurveOf(new RankedOutcomes(scores, failed));

        Assert.Equal(RocPoint.MostPoints, curve.Count);
        Assert.Equal((new RocPoint(0, 0), new RocPoint(1, 1)), (curve[0], curve[^1]));
        Assert.Equal(curve.OrderBy(point => point.FalseAlarmRate).ThenBy(point => point.DetectedShare), curve);
    }

    [Fact]
    public void One_class_alone_has_no_curve() => Assert.Empty(RocPoint.CurveOf(new RankedOutcomes([1, 2], [true, true])));
}
