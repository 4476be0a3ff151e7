namespace Interlock.Evaluation.Statistics;

/// <summary>Least-squares line with the correlation of the two variables.</summary>
/// <param name="Intercept">Value at x = 0.</param>
/// <param name="Slope">Change per unit of x; 0 when x never varies.</param>
/// <param name="Correlation">Product-moment correlation; NaN when either variable never varies.</param>
internal readonly record struct LinearFit(double Intercept, double Slope, double Correlation)
{
    /// <param name="x">Abscissae, at least one.</param>
    /// <param name="y">Ordinates, as many.</param>
    public static LinearFit Of(ReadOnlySpan<double> x, ReadOnlySpan<double> y)
    {
        double meanX = Mean(x), meanY = Mean(y);
        double xx = 0, yy = 0, xy = 0;
        for (int i = 0; i < x.Length; i++)
        {
            xx += (x[i] - meanX) * (x[i] - meanX);
            yy += (y[i] - meanY) * (y[i] - meanY);
            xy += (x[i] - meanX) * (y[i] - meanY);
        }

        double slope = xx > 0 ? xy / xx : 0;
        return new LinearFit(meanY - (slope * meanX), slope, xx > 0 && yy > 0 ? xy / Math.Sqrt(xx * yy) : double.NaN);
    }

    public double At(double x) => Intercept + (Slope * x);

    private static double Mean(ReadOnlySpan<double> values)
    {
        double sum = 0;
        foreach (double value in values)
        {
            sum += value;
        }

        return sum / values.Length;
    }
}
