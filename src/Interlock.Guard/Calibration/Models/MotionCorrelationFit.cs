using Interlock.Guard.Calibration.Shapes;

namespace Interlock.Guard.Calibration.Models;

/// <summary>Correlation of the within-episode motion between channels.</summary>
internal static class MotionCorrelationFit
{
    public static CorrelationModel Fit(FitSums sums)
    {
        int d = sums.Dimension;
        double[] deviation = [.. Enumerable.Range(0, d).Select(j => Math.Sqrt(Math.Max(0, Covariance(sums, j, j))))];
        double[] correlation = new double[d * d];
        for (int i = 0; i < d; i++)
        {
            for (int j = 0; j < d; j++)
            {
                double scale = deviation[i] * deviation[j];
                correlation[(i * d) + j] = i == j ? 1 : scale > 0 ? Math.Clamp(Covariance(sums, i, j) / scale, -1, 1) : 0;
            }
        }

        return new CorrelationModel(correlation);
    }

    private static double Covariance(FitSums sums, int i, int j) =>
        (sums.MotionProducts.Symmetric(i, j) / sums.Pairs) - (sums.MotionSum[i] / sums.Pairs * (sums.MotionSum[j] / sums.Pairs));
}
