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

    /// <summary>Row-major T×D.</summary>
    internal ReadOnlySpan<double> Scale => _scale;

    /// <summary>Row-major T×D.</summary>
    internal ReadOnlySpan<double> Offset => _offset;

    /// <summary>The deployment map z → x, with the epsilon of the library and without its clip.</summary>
    /// <param name="normaliser">The unnormaliser.</param>
    /// <param name="channels">D of the action. Channels that are masked out or that the statistics do not reach pass unchanged.</param>
    public static AffineMap Inverse(Normaliser normaliser, int channels) =>
        Of(LawTable.Of(normaliser, channels), law => (law.Scale, law.Offset));

    /// <summary>The training map x → z, with the epsilon of the library and without its clip.</summary>
    /// <inheritdoc cref="Inverse(Normaliser, int)" path="/param"/>
    public static AffineMap Forward(Normaliser normaliser, int channels) =>
        Of(LawTable.Of(normaliser, channels), law => (law.Gain, law.Level - (law.Gain * law.Origin)));

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

    private static AffineMap Of(LawTable table, Func<ChannelLaw, (double Scale, double Offset)> coefficients)
    {
        AffineMap map = new(table.Channels, table.Timesteps);
        for (int i = 0; i < table.Laws.Length; i++)
        {
            (map._scale[i], map._offset[i]) = coefficients(table.Laws[i]);
        }

        return map;
    }

    private int Row(int timestep)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(timestep);
        int row = Timesteps == 1 ? 0 : timestep;
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(row, Timesteps, nameof(timestep));
        return row * Channels;
    }
}
