using Interlock.ExecSpec.Specification;

namespace Interlock.ExecSpec.Decoding;

/// <summary>
/// y = scale · x + offset per channel and position in the chunk: what a normaliser does, whatever its scheme, key or defect. Values are not
/// checked: a map of defective statistics has non-finite entries.
/// </summary>
public sealed class AffineMap
{
    private readonly double[] _scale;
    private readonly double[] _offset;

    private AffineMap(int channels, int timesteps)
    {
        Channels = channels;
        Timesteps = timesteps;
        _scale = new double[channels * timesteps];
        _offset = new double[channels * timesteps];
    }

    /// <summary>D.</summary>
    public int Channels { get; }

    /// <summary>T; 1 unless statistics are kept per position in the chunk.</summary>
    public int Timesteps { get; }

    /// <summary>The deployment map z → x, with the epsilon of the library and without its clip.</summary>
    /// <param name="normaliser">The unnormaliser.</param>
    /// <param name="channels">D of the action. Channels that are masked out or that the statistics do not reach pass unchanged.</param>
    public static AffineMap Inverse(Normaliser normaliser, int channels) =>
        Of(normaliser, channels, (first, second) => InverseOf(normaliser, first, second));

    /// <summary>The training map x → z, with the epsilon of the library and without its clip.</summary>
    /// <inheritdoc cref="Inverse(Normaliser, int)" path="/param"/>
    public static AffineMap Forward(Normaliser normaliser, int channels) =>
        Of(normaliser, channels, (first, second) => ForwardOf(normaliser, first, second));

    /// <summary>The map with given coefficients for every position in the chunk.</summary>
    /// <param name="scale">D scales.</param>
    /// <param name="offset">D offsets.</param>
    public static AffineMap Of(ReadOnlySpan<double> scale, ReadOnlySpan<double> offset)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(offset.Length, scale.Length);
        AffineMap map = new(scale.Length, 1);
        scale.CopyTo(map._scale);
        offset.CopyTo(map._offset);
        return map;
    }

    /// <summary>Scales at a position in the chunk; a map without positions has the same for all.</summary>
    public ReadOnlySpan<double> ScaleAt(int timestep) => _scale.AsSpan(Row(timestep), Channels);

    /// <summary>Offsets at a position in the chunk.</summary>
    public ReadOnlySpan<double> OffsetAt(int timestep) => _offset.AsSpan(Row(timestep), Channels);

    private static AffineMap Of(Normaliser normaliser, int channels, Func<double, double, (double Scale, double Offset)> coefficients)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(channels);
        AffineMap map = new(channels, normaliser.Statistics?.Timesteps ?? 1);
        map._scale.AsSpan().Fill(1);
        if (normaliser.Rows is not { } rows)
        {
            return map;
        }

        int known = normaliser.Statistics!.Channels;
        for (int i = 0; i < map._scale.Length; i++)
        {
            (int timestep, int channel) = int.DivRem(i, channels);
            int place = (timestep * known) + channel;
            if (channel < known && place < rows.First.Count && place < rows.Second.Count && normaliser.AppliesTo(channel))
            {
                (map._scale[i], map._offset[i]) = coefficients(rows.First[place], rows.Second[place]);
            }
        }

        return map;
    }

    private static (double Scale, double Offset) InverseOf(Normaliser normaliser, double first, double second)
    {
        NormaliserArithmetic arithmetic = normaliser.Arithmetic;
        if (normaliser.Scheme == NormalisationScheme.MeanStd)
        {
            return (Widened(second, arithmetic.InverseEpsilon, arithmetic), first);
        }

        double range = Widened(second - first, arithmetic.InverseEpsilon, arithmetic);
        return (range / 2, first + (range / 2));
    }

    private static (double Scale, double Offset) ForwardOf(Normaliser normaliser, double first, double second)
    {
        NormaliserArithmetic arithmetic = normaliser.Arithmetic;
        if (normaliser.Scheme == NormalisationScheme.MeanStd)
        {
            double deviation = Widened(second, arithmetic.ForwardEpsilon, arithmetic);
            return (1 / deviation, -first / deviation);
        }

        if (second == first && arithmetic.ZeroRangeBecomesZero)
        {
            return (0, 0);
        }

        double range = Widened(second - first, arithmetic.ForwardEpsilon, arithmetic);
        return (2 / range, (-2 * first / range) - 1);
    }

    private static double Widened(double range, double epsilon, NormaliserArithmetic arithmetic) => arithmetic.EpsilonRule switch
    {
        EpsilonRule.Added => range + epsilon,
        _ => range == 0 ? epsilon : range,
    };

    private int Row(int timestep)
    {
        int row = Timesteps == 1 ? 0 : timestep;
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(row, Timesteps, nameof(timestep));
        return row * Channels;
    }
}
