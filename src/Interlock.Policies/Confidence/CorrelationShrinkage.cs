namespace Interlock.Policies.Confidence;

/// <summary>
/// Oracle approximating shrinkage of a correlation matrix towards the identity (Chen, Wiesel, Eldar and Hero 2010, eq. 23): with few
/// samples the small eigenvalues are noise, and a Mahalanobis distance would be made of them.
/// </summary>
internal static class CorrelationShrinkage
{
    /// <summary>Keeps perfectly correlated channels invertible.</summary>
    private const double SmallestWeight = 1e-6;

    public static double[] Shrink(double[] correlation, double[] deviation, int samples)
    {
        int size = deviation.Length;
        double weight = Weight(correlation, deviation.Count(value => value > 0), size, samples);
        return [.. correlation.Select((value, at) => at / size == at % size ? value : value * (1 - weight))];
    }

    private static double Weight(double[] correlation, int used, int size, int samples)
    {
        double squares = correlation.Sum(value => value * value) - (size - used);
        double trace = used;
        double above = ((1 - (2.0 / used)) * squares) + (trace * trace);
        double below = (samples + 1 - (2.0 / used)) * (squares - (trace * trace / used));
        return below <= 0 ? 1 : Math.Clamp(above / below, SmallestWeight, 1);
    }
}
