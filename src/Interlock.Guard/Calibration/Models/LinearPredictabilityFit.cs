using Interlock.Guard.Calibration.Shapes;

namespace Interlock.Guard.Calibration.Models;

/// <summary>Ridge regression of each standardised action on the one before, over pairs within episodes.</summary>
internal static class LinearPredictabilityFit
{
    /// <summary>Weight of one standardised pair: enough to tame a handful of them, nothing against a thousand.</summary>
    private const double Ridge = 1.0;

    public static LinearPredictabilityModel Fit(FitSums sums, ChannelShape[] shapes)
    {
        int d = shapes.Length;
        double[] slope = new double[d];
        double[] intercept = new double[d];
        double[] scale = new double[d];
        for (int j = 0; j < d; j++)
        {
            (slope[j], intercept[j], scale[j]) = Fit(sums, shapes[j], j);
        }

        return new LinearPredictabilityModel(slope, intercept, scale);
    }

    private static (double Slope, double Intercept, double Scale) Fit(FitSums sums, ChannelShape shape, int j)
    {
        double n = sums.Pairs;
        double lead = sums.LeadSum[j] / n;
        double lag = sums.LagSum[j] / n;
        double lagVariance = Math.Max(0, (sums.LagSquares[j] / n) - (lag * lag));
        double leadVariance = Math.Max(0, (sums.LeadSquares[j] / n) - (lead * lead));
        double covariance = (sums.LagProducts[j] / n) - (lead * lag);
        double variance = shape.StandardDeviation * shape.StandardDeviation;
        double slope = lagVariance > 0 ? covariance / (lagVariance + (Ridge * variance / n)) : 0;
        double residual = leadVariance - (2 * slope * covariance) + (slope * slope * lagVariance);
        double middle = sums.Middle(j);
        double intercept = lead + middle - (slope * (lag + middle));
        return (slope, intercept, Math.Max(Math.Sqrt(Math.Max(0, residual)), SmallestScale(shape, middle)));
    }

    // Rounding of a float32 recording; also the scale of a channel that never moves.
    private static double SmallestScale(ChannelShape shape, double middle) =>
        Math.Max(1e-6 * shape.StandardDeviation, 1e-7 * Math.Max(1, Math.Abs(middle)));
}
