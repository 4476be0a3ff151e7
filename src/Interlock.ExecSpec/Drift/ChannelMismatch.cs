namespace Interlock.ExecSpec.Drift;

/// <summary>
/// What one channel does when output meant for the certified map a = s_A·z + o_A is decoded by the loaded map a′ = s_B·z + o_B. The
/// same z, two commands: a′ = <see cref="Gain"/>·a + <see cref="Offset"/>. The difference in units of the certified half-range |s_A| is
/// δ(z) = <see cref="GainError"/>·z + <see cref="HalfRangeOffset"/>.
/// </summary>
/// <remarks>
/// A channel with |s_A| ≤ <see cref="ConstantBelow"/> is constant in the certified statistics. Its unit is then the magnitude of the
/// constant, so that rounding is judged alike; a constant zero has no unit, and its measures are 0 or infinite.
/// </remarks>
public readonly record struct ChannelMismatch
{
    /// <summary>Largest half-range, in decoded units, of a channel that never moved: the largest epsilon of any library (openpi, 1e-6).</summary>
    public const double ConstantBelow = 1e-6;

    private ChannelMismatch(Comparability comparability, double gain, double offset, double gainError, double halfRangeOffset)
    {
        Comparability = comparability;
        Gain = gain;
        Offset = offset;
        GainError = gainError;
        HalfRangeOffset = halfRangeOffset;
    }

    /// <summary>Whether there is a common unit.</summary>
    public Comparability Comparability { get; }

    /// <summary>α = s_B/s_A; NaN where the certified channel is constant and the loaded one is not, or where a coefficient is not finite.</summary>
    public double Gain { get; }

    /// <summary>β = o_B − α·o_A, in decoded units; o_B − o_A on a constant channel.</summary>
    public double Offset { get; }

    /// <summary>α − 1; (s_B − s_A)/|o_A| on a constant channel.</summary>
    public double GainError { get; }

    /// <summary>c = (o_B − o_A)/s_A; (o_B − o_A)/|o_A| on a constant channel.</summary>
    public double HalfRangeOffset { get; }

    /// <summary>Mean of |δ(z)| for z uniform on [−1, 1].</summary>
    public double MeanAbsolute
    {
        get
        {
            (double k, double c) = Magnitudes;
            return c >= k ? c : (k + (c * (c / k))) / 2;
        }
    }

    /// <summary>Root of the mean of δ(z)² for z uniform on [−1, 1].</summary>
    public double Rms => double.Hypot(Magnitudes.GainError / Math.Sqrt(3), Magnitudes.Offset);

    /// <summary>Largest |δ(z)| on [−1, 1].</summary>
    public double Worst => Magnitudes.GainError + Magnitudes.Offset;

    private (double GainError, double Offset) Magnitudes => Comparability == Comparability.NotFinite
        ? (double.PositiveInfinity, double.PositiveInfinity)
        : (Math.Abs(GainError), Math.Abs(HalfRangeOffset));

    /// <summary>The mismatch of one channel.</summary>
    /// <param name="certified">s_A and o_A.</param>
    /// <param name="loaded">s_B and o_B.</param>
    public static ChannelMismatch Between((double Scale, double Offset) certified, (double Scale, double Offset) loaded)
    {
        if (!IsFinite(certified) || !IsFinite(loaded))
        {
            return NotFinite;
        }

        ChannelMismatch mismatch = Math.Abs(certified.Scale) <= ConstantBelow ? OfConstant(certified, loaded) : OfRange(certified, loaded);
        return double.IsFinite(mismatch.Offset) ? mismatch : NotFinite;
    }

    /// <summary>A channel of which one of the maps knows nothing.</summary>
    public static ChannelMismatch NotFinite { get; } =
        new(Comparability.NotFinite, double.NaN, double.NaN, double.NaN, double.NaN);

    /// <summary>T: what becomes of a certified command, in decoded units.</summary>
    public double Apply(double command) => (Gain * command) + Offset;

    /// <summary>T_AC = T_BC ∘ T_AB, where this is T_AB. Constant channels do not compose: the result is <see cref="NotFinite"/>.</summary>
    /// <param name="next">T_BC.</param>
    public ChannelMismatch Then(ChannelMismatch next)
    {
        if (Comparability != Comparability.Comparable || next.Comparability != Comparability.Comparable)
        {
            return NotFinite;
        }

        double gain = next.Gain * Gain;
        return new(Comparability.Comparable, gain, next.Apply(Offset), gain - 1, HalfRangeOffset + (Gain * next.HalfRangeOffset));
    }

    /// <summary>
    /// Root of the mean of δ² over the demonstrations, exact because δ is affine. On a constant channel, where they say nothing about z,
    /// it is <see cref="Rms"/>.
    /// </summary>
    /// <param name="zMean">Mean of the demonstrated actions in certified units, (μ_A − o_A)/s_A.</param>
    /// <param name="zStd">Their standard deviation, σ_A/s_A; its sign does not matter.</param>
    public double RmsOver(double zMean, double zStd) => Comparability == Comparability.Comparable
        ? double.Hypot((GainError * zMean) + HalfRangeOffset, GainError * zStd)
        : Rms;

    private static ChannelMismatch OfRange((double Scale, double Offset) a, (double Scale, double Offset) b)
    {
        double gain = b.Scale / a.Scale;
        return new(Comparability.Comparable, gain, b.Offset - (gain * a.Offset), gain - 1, (b.Offset - a.Offset) / a.Scale);
    }

    private static ChannelMismatch OfConstant((double Scale, double Offset) a, (double Scale, double Offset) b)
    {
        double gain = Math.Abs(b.Scale) <= ConstantBelow ? 1 : double.NaN;
        (double scale, double offset) = (b.Scale - a.Scale, b.Offset - a.Offset);
        double unit = Math.Abs(a.Offset);
        (double k, double c) = unit > ConstantBelow ? (scale / unit, offset / unit)
            : Math.Abs(scale) + Math.Abs(offset) <= ConstantBelow ? (0, 0)
            : (double.PositiveInfinity, double.PositiveInfinity);
        return new(Comparability.ConstantInCertified, gain, offset, k, c);
    }

    private static bool IsFinite((double Scale, double Offset) map) => double.IsFinite(map.Scale) && double.IsFinite(map.Offset);
}
