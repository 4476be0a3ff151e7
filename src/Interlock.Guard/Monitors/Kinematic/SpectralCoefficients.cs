namespace Interlock.Guard.Monitors.Kinematic;

/// <summary>
/// What one sample of a window is multiplied with for each of the sums that the spectrum needs; also the sums of these
/// numbers over a window.
/// </summary>
/// <param name="Zero">Hann window: bin 0.</param>
/// <param name="Last">Hann window with alternating sign: bin 16.</param>
/// <param name="HannSquared">Square of the Hann window.</param>
/// <param name="Cos1">Cosine of bin 1 times the Hann window.</param>
/// <param name="Sin1">Sine of bin 1 times the Hann window.</param>
/// <param name="Cos2">The same for bin 2.</param>
/// <param name="Sin2">The same for bin 2.</param>
/// <param name="Cos3">The same for bin 3.</param>
/// <param name="Sin3">The same for bin 3.</param>
internal readonly record struct SpectralCoefficients(
    double Zero, double Last, double HannSquared, double Cos1, double Sin1, double Cos2, double Sin2, double Cos3, double Sin3)
{
    /// <summary>The coefficients of every sample of a window of <paramref name="length"/>.</summary>
    public static SpectralCoefficients[] Table(int length) => [.. Enumerable.Range(0, length).Select(n => Of(n, length))];

    /// <summary>Element-wise sum.</summary>
    public static SpectralCoefficients Sum(IEnumerable<SpectralCoefficients> table) => table.Aggregate((a, b) => new SpectralCoefficients(
        a.Zero + b.Zero,
        a.Last + b.Last,
        a.HannSquared + b.HannSquared,
        a.Cos1 + b.Cos1,
        a.Sin1 + b.Sin1,
        a.Cos2 + b.Cos2,
        a.Sin2 + b.Sin2,
        a.Cos3 + b.Cos3,
        a.Sin3 + b.Sin3));

    private static SpectralCoefficients Of(int n, int length)
    {
        double hann = 0.5 - (0.5 * Math.Cos(2 * Math.PI * n / (length - 1)));
        (double sin1, double cos1) = Math.SinCos(2 * Math.PI * n / length);
        (double sin2, double cos2) = Math.SinCos(2 * Math.PI * 2 * n / length);
        (double sin3, double cos3) = Math.SinCos(2 * Math.PI * 3 * n / length);
        return new SpectralCoefficients(
            hann, n % 2 == 0 ? hann : -hann, hann * hann, hann * cos1, hann * sin1, hann * cos2, hann * sin2, hann * cos3, hann * sin3);
    }
}
