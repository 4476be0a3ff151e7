using Interlock.Guard.Calibration.Numerics;

namespace Interlock.Guard.Calibration.Shapes;

/// <summary>
/// Decides the kind of every channel and gives it a centre and a scale, such that one threshold suits all: about κ, the
/// threshold that normal data would need. A constant channel reaches κ at its tolerance and a two-valued one at the ends
/// of its range.
/// </summary>
internal sealed class ShapeFit(FitSums sums, RangeUnion fitRange, RangeUnion calibrationRange, double[] periods, double alpha)
{
    // A gripper spends nearly all of its time open or closed, and some of it in each.
    private const double FractionAtEnds = 0.9;
    private const double FractionAtEachEnd = 0.05;

    private readonly double _kappa = NormalQuantile.Of(1 - (alpha / (2 * sums.Dimension)));

    public ChannelShape[] Fit() => [.. Enumerable.Range(0, sums.Dimension).Select(Fit)];

    private ChannelShape Fit(int channel)
    {
        double offset = sums.Sum[channel] / sums.Rows;
        double variance = (sums.Products[channel, channel] / sums.Rows) - (offset * offset);
        double deviation = Math.Sqrt(Math.Max(0, variance));
        double mean = fitRange.Middle(channel) + offset;
        ChannelKind kind = KindOf(channel);
        double still = fitRange.Stillness(channel) / _kappa;
        return kind switch
        {
            ChannelKind.Constant => new(kind, mean, deviation, fitRange.Middle(channel), still),
            ChannelKind.Bimodal => new(kind, mean, deviation, fitRange.Middle(channel), fitRange.HalfWidth(channel) / _kappa),
            ChannelKind.Moving => new(kind, mean, deviation, mean, Math.Max(deviation, still)),
            _ => new(kind, mean, deviation, mean, ChannelShape.NotScored),
        };
    }

    private ChannelKind KindOf(int channel)
    {
        if (!double.IsNaN(periods[channel]))
        {
            return ChannelKind.Continuous;
        }

        if (fitRange.IsStill(channel))
        {
            return StaysStill(channel) ? ChannelKind.Constant : ChannelKind.MovesOnlyLater;
        }

        return IsBimodal(channel) ? ChannelKind.Bimodal : ChannelKind.Moving;
    }

    private bool StaysStill(int channel) =>
        calibrationRange.Min[channel] >= fitRange.Middle(channel) - (2 * fitRange.Stillness(channel))
        && calibrationRange.Max[channel] <= fitRange.Middle(channel) + (2 * fitRange.Stillness(channel));

    private bool IsBimodal(int channel)
    {
        double low = sums.AtLowEnd[channel] / (double)sums.Rows;
        double high = sums.AtHighEnd[channel] / (double)sums.Rows;
        return low + high >= FractionAtEnds && low >= FractionAtEachEnd && high >= FractionAtEachEnd;
    }
}
