using Interlock.ExecSpec.Specification;

namespace Interlock.ExecSpec.Decoding;

/// <summary>
/// A library's unnormaliser: <see cref="Inverse"/> is z → x (deployment), <see cref="Forward"/> is x → z (training), each with the epsilon,
/// clip and zero-range rule of that library. Channels that are masked out or that the statistics do not reach pass unchanged. NaN and
/// infinities are never clipped to a number. Nothing is allocated; source and destination may be the same span.
/// </summary>
public sealed class Unnormaliser
{
    private readonly ChunkTable _scale;
    private readonly ChunkTable _offset;
    private readonly ChunkTable _origin;
    private readonly ChunkTable _gain;
    private readonly ChunkTable _level;
    private readonly ChunkTable? _inverseBound;
    private readonly ChunkTable? _forwardBound;

    /// <summary>Prepares both maps.</summary>
    /// <param name="normaliser">The entry, its scheme and the library's arithmetic. One without rows for its scheme is inert: everything passes.</param>
    /// <param name="channels">D of the action.</param>
    public Unnormaliser(Normaliser normaliser, int channels)
    {
        LawTable table = LawTable.Of(normaliser, channels);
        Channels = channels;
        Timesteps = table.Timesteps;
        IsInert = normaliser.Scheme != NormalisationScheme.Identity && normaliser.Rows is null;
        InverseMap = AffineMap.Inverse(normaliser, channels);
        _scale = ChunkTable.Of(table, (law, _) => law.Scale);
        _offset = ChunkTable.Of(table, (law, _) => law.Offset);
        _origin = ChunkTable.Of(table, (law, _) => law.Origin);
        _gain = ChunkTable.Of(table, (law, _) => law.Gain);
        _level = ChunkTable.Of(table, (law, _) => law.Level);
        _inverseBound = BoundOf(table, normaliser.Arithmetic.InverseClip);
        _forwardBound = BoundOf(table, normaliser.Arithmetic.ForwardClip);
    }

    /// <summary>D.</summary>
    public int Channels { get; }

    /// <summary>T; 1 unless statistics are kept per position in the chunk, and then the longest chunk that can be mapped.</summary>
    public int Timesteps { get; }

    /// <summary>True when the scheme has no statistics to work with, so that normalised numbers would reach the robot as they are.</summary>
    public bool IsInert { get; }

    /// <summary>The inverse map before its clip, for closed forms.</summary>
    public AffineMap InverseMap { get; }

    /// <summary>Decodes one action.</summary>
    /// <param name="z">D normalised numbers.</param>
    /// <param name="timestep">0-based position in the chunk.</param>
    /// <param name="x">Receives D decoded numbers.</param>
    public void Inverse(ReadOnlySpan<double> z, int timestep, Span<double> x) => InverseFrom(timestep, Row(z, x), x);

    /// <summary>Normalises one action.</summary>
    /// <param name="x">D decoded numbers.</param>
    /// <param name="timestep">0-based position in the chunk.</param>
    /// <param name="z">Receives D normalised numbers.</param>
    public void Forward(ReadOnlySpan<double> x, int timestep, Span<double> z) => ForwardFrom(timestep, Row(x, z), z);

    /// <summary>Decodes a chunk that starts at position 0.</summary>
    /// <param name="z">H×D row-major normalised numbers.</param>
    /// <param name="x">Receives as many decoded numbers.</param>
    public void InverseChunk(ReadOnlySpan<double> z, Span<double> x) => InverseFrom(0, z, x);

    /// <summary>Normalises a chunk that starts at position 0.</summary>
    /// <param name="x">H×D row-major decoded numbers.</param>
    /// <param name="z">Receives as many normalised numbers.</param>
    public void ForwardChunk(ReadOnlySpan<double> x, Span<double> z) => ForwardFrom(0, x, z);

    private static ChunkTable? BoundOf(LawTable table, double? clip) =>
        clip is { } bound ? ChunkTable.Of(table, (_, applied) => applied ? bound : double.PositiveInfinity) : null;

    private void InverseFrom(int timestep, ReadOnlySpan<double> z, Span<double> x)
    {
        int place = Place(timestep, z, x);
        for (int done = 0; done < z.Length;)
        {
            int length = _scale.RunAt(place, z.Length - done);
            ReadOnlySpan<double> from = z.Slice(done, length);
            Span<double> to = x.Slice(done, length);
            if (_inverseBound is not null)
            {
                VectorKernels.Clip(from, _inverseBound.At(place, length), to);
                from = to;
            }

            VectorKernels.Scale(from, _scale.At(place, length), _offset.At(place, length), to);
            done += length;
            place = 0;
        }
    }

    private void ForwardFrom(int timestep, ReadOnlySpan<double> x, Span<double> z)
    {
        int place = Place(timestep, x, z);
        for (int done = 0; done < x.Length;)
        {
            int length = _scale.RunAt(place, x.Length - done);
            Span<double> to = z.Slice(done, length);
            VectorKernels.Subtract(x.Slice(done, length), _origin.At(place, length), to);
            VectorKernels.Scale(to, _gain.At(place, length), _level.At(place, length), to);
            if (_forwardBound is not null)
            {
                VectorKernels.Clip(to, _forwardBound.At(place, length), to);
            }

            done += length;
            place = 0;
        }
    }

    private ReadOnlySpan<double> Row(ReadOnlySpan<double> from, Span<double> to)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(from.Length, Channels);
        ArgumentOutOfRangeException.ThrowIfNotEqual(to.Length, Channels);
        return from;
    }

    private int Place(int timestep, ReadOnlySpan<double> from, Span<double> to)
    {
        (int rows, int rest) = int.DivRem(from.Length, Channels);
        ArgumentOutOfRangeException.ThrowIfNotEqual(rest, 0, nameof(from));
        ArgumentOutOfRangeException.ThrowIfNotEqual(to.Length, from.Length, nameof(to));
        ArgumentOutOfRangeException.ThrowIfNegative(timestep);
        if (Timesteps == 1)
        {
            return 0;
        }

        ArgumentOutOfRangeException.ThrowIfGreaterThan(timestep + rows, Timesteps, nameof(timestep));
        return timestep * Channels;
    }
}
