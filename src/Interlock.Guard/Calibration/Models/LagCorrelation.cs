using Interlock.Guard.Calibration.Shapes;

namespace Interlock.Guard.Calibration.Models;

/// <summary>Correlation between a channel's consecutive actions within episodes.</summary>
internal static class LagCorrelation
{
    public static double Of(FitSums sums, int channel)
    {
        double n = Math.Max(1, sums.Pairs);
        double lead = sums.LeadSum[channel] / n;
        double lag = sums.LagSum[channel] / n;
        double leadVariance = (sums.LeadSquares[channel] / n) - (lead * lead);
        double lagVariance = (sums.LagSquares[channel] / n) - (lag * lag);
        double covariance = (sums.LagProducts[channel] / n) - (lead * lag);
        double scale = Math.Sqrt(Math.Max(0, leadVariance) * Math.Max(0, lagVariance));
        return scale > 0 ? Math.Clamp(covariance / scale, -1, 1) : 0;
    }
}
