using Interlock.ExecSpec.Decoding;

namespace Interlock.ExecSpec.Drift;

/// <summary>T_AB per channel and position in the chunk: what the commands of map A become when map B decodes the same output.</summary>
public sealed class MismatchTransform
{
    private readonly ChannelMismatch[] _cells;

    private MismatchTransform(int channels, int timesteps, ChannelMismatch[] cells)
    {
        Channels = channels;
        Timesteps = timesteps;
        _cells = cells;
    }

    /// <summary>D.</summary>
    public int Channels { get; }

    /// <summary>T of the longer map; a map without positions holds for all.</summary>
    public int Timesteps { get; }

    /// <summary>The mismatch of a channel at a position in the chunk.</summary>
    public ChannelMismatch this[int timestep, int channel] => _cells[(Timesteps == 1 ? 0 : timestep * Channels) + channel];

    /// <summary>Compares two maps of the same D. Positions that only one of two chunks has are <see cref="Comparability.NotFinite"/>.</summary>
    /// <param name="certified">A.</param>
    /// <param name="loaded">B.</param>
    /// <exception cref="ArgumentException">The maps differ in D.</exception>
    public static MismatchTransform Between(AffineMap certified, AffineMap loaded)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(loaded.Channels, certified.Channels, nameof(loaded));
        int timesteps = Math.Max(certified.Timesteps, loaded.Timesteps);
        return Build(certified.Channels, timesteps, (timestep, channel) => Has(certified, timestep) && Has(loaded, timestep)
            ? ChannelMismatch.Between(At(certified, timestep, channel), At(loaded, timestep, channel))
            : ChannelMismatch.NotFinite);
    }

    /// <summary>T_AC, where this is T_AB and <paramref name="next"/> is T_BC.</summary>
    /// <param name="next">T_BC, of the same D.</param>
    public MismatchTransform Then(MismatchTransform next)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(next.Channels, Channels, nameof(next));
        return Build(Channels, Math.Max(Timesteps, next.Timesteps), (timestep, channel) => this[timestep, channel].Then(next[timestep, channel]));
    }

    private static MismatchTransform Build(int channels, int timesteps, Func<int, int, ChannelMismatch> cell)
    {
        ChannelMismatch[] cells = new ChannelMismatch[channels * timesteps];
        for (int i = 0; i < cells.Length; i++)
        {
            (int timestep, int channel) = int.DivRem(i, channels);
            cells[i] = cell(timestep, channel);
        }

        return new(channels, timesteps, cells);
    }

    private static bool Has(AffineMap map, int timestep) => map.Timesteps == 1 || timestep < map.Timesteps;

    private static (double Scale, double Offset) At(AffineMap map, int timestep, int channel) =>
        (map.ScaleAt(timestep)[channel], map.OffsetAt(timestep)[channel]);
}
