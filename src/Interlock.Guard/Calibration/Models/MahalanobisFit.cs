using Interlock.Guard.Calibration.Shapes;

namespace Interlock.Guard.Calibration.Models;

/// <summary>
/// Mean and whitening of the fit episodes. The correlation is shrunk towards the identity by the oracle approximating
/// weight (Chen, Wiesel, Eldar and Hero 2010, equation 23), with the number of independent samples that autocorrelated
/// rows are worth: n·(1 − r²)/(1 + r²), r² the mean squared lag-one autocorrelation, and never fewer than the episodes.
/// </summary>
internal static class MahalanobisFit
{
    private const double SmallestShrinkage = 1e-6;

    public static MahalanobisModel Fit(FitSums sums, ChannelShape[] shapes)
    {
        double[] correlation = Correlation(sums, shapes);
        double shrinkage = OracleApproximating(correlation, shapes.Length, EffectiveSamples(sums, shapes));
        for (int i = 0; i < correlation.Length; i++)
        {
            bool diagonal = i / shapes.Length == i % shapes.Length;
            correlation[i] = diagonal ? 1 : correlation[i] * (1 - shrinkage);
        }

        double[] whitening = CholeskyFactor.InverseOf(correlation, shapes.Length);
        for (int i = 0; i < whitening.Length; i++)
        {
            ChannelShape shape = shapes[i % shapes.Length];
            whitening[i] = IsLoose(shape) ? whitening[i] / shape.Scale : 0;
        }

        return new MahalanobisModel([.. shapes.Select(shape => shape.Centre)], whitening, shrinkage);
    }

    private static bool IsLoose(ChannelShape shape) => shape.Scale < ChannelShape.NotScored;

    /// <summary>Correlation about the centres, in units of the scales; identity rows for channels that hardly vary.</summary>
    private static double[] Correlation(FitSums sums, ChannelShape[] shapes)
    {
        int d = shapes.Length;
        double[] correlation = new double[d * d];
        for (int i = 0; i < d; i++)
        {
            for (int j = 0; j < d; j++)
            {
                correlation[(i * d) + j] = i == j ? 1 : Varies(shapes[i]) && Varies(shapes[j]) ? Pair(sums, shapes, i, j) : 0;
            }
        }

        return correlation;
    }

    private static bool Varies(ChannelShape shape) => shape.Kind is ChannelKind.Moving or ChannelKind.Bimodal && shape.StandardDeviation > 0;

    private static double Pair(FitSums sums, ChannelShape[] shapes, int i, int j)
    {
        double meanI = sums.Sum[i] / sums.Rows;
        double meanJ = sums.Sum[j] / sums.Rows;
        double covariance = (sums.Products.Symmetric(i, j) / sums.Rows) - (meanI * meanJ);
        return Math.Clamp(covariance / (shapes[i].StandardDeviation * shapes[j].StandardDeviation), -1, 1);
    }

    private static double EffectiveSamples(FitSums sums, ChannelShape[] shapes)
    {
        double squares = 0;
        int counted = 0;
        for (int j = 0; j < shapes.Length; j++)
        {
            if (Varies(shapes[j]))
            {
                double r = LagCorrelation.Of(sums, j);
                squares += r * r;
                counted++;
            }
        }

        double r2 = counted == 0 ? 0 : Math.Min(1, squares / counted);
        return Math.Clamp(sums.Rows * (1 - r2) / (1 + r2), sums.Episodes, sums.Rows);
    }

    private static double OracleApproximating(double[] correlation, int d, double samples)
    {
        double squares = correlation.Sum(value => value * value);
        double traceSquared = (double)d * d;
        double numerator = ((1 - (2.0 / d)) * squares) + traceSquared;
        double denominator = (samples + 1 - (2.0 / d)) * (squares - (traceSquared / d));
        return denominator <= 0 ? 1 : Math.Clamp(numerator / denominator, SmallestShrinkage, 1);
    }
}
