using Interlock.Core.Statistics;
using Interlock.Evaluation.Statistics;
using Interlock.Evaluation.Study.Report;

namespace Interlock.Evaluation.Study.Lengths;

/// <summary>Episode length as a monitor, and every monitor measured against it.</summary>
internal sealed class LengthAlone(PolicySample sample)
{
    private readonly double[] _lengths = [.. sample.Lengths.Select(length => (double)length)];

    public LengthReport Report()
    {
        (double? auroc, Interval? interval) = sample.Estimate(sample.Rank(_lengths));
        return new LengthReport(auroc, interval, RangeOf(failed: false), RangeOf(failed: true));
    }

    /// <summary>Interval of the monitor's AUROC minus that of length in its better direction, over the episodes that have the monitor.</summary>
    public Interval? Versus(double[] values)
    {
        RankedOutcomes monitor = sample.Rank(values);
        RankedOutcomes length = sample.Rank([.. _lengths.Select((steps, index) => double.IsNaN(values[index]) ? double.NaN : steps)]);
        bool longerFails = length.Auroc() >= 0.5;
        return sample.Bootstrap.Interval(weights =>
        {
            double alone = length.Auroc(weights);
            return monitor.Auroc(weights) - (longerFails ? alone : 1 - alone);
        });
    }

    private LengthRange? RangeOf(bool failed) => LengthRange.Of([.. sample.Lengths.Where((_, index) => sample.Failed[index] == failed)]);
}
