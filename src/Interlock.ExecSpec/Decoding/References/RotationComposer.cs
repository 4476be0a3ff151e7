using Interlock.ExecSpec.Decoding.Rotations;
using Interlock.ExecSpec.Specification;

namespace Interlock.ExecSpec.Decoding.References;

/// <summary>Composes the offsets of one group of channels as rotations. Where a row or what it is measured from is no rotation, NaN is written.</summary>
/// <param name="form">How the offsets, the state and the commands are written.</param>
/// <param name="channels">Places of the group's channels in a row.</param>
/// <param name="isFixedFrame">True for R = R_offset · R_from, false for R = R_from · R_offset.</param>
/// <param name="isSequential">True when each row is measured from the one before it, false when all are measured from one state.</param>
internal sealed class RotationComposer(RotationForm form, int[] channels, bool isFixedFrame, bool isSequential)
{
    private const int LongestForm = 6;

    public CompositionKind Kind => isSequential ? CompositionKind.OntoPrevious : CompositionKind.OntoChunkStart;

    /// <summary>Offsets to targets, in place.</summary>
    /// <param name="rows">Row-major H×D.</param>
    /// <param name="width">D.</param>
    /// <param name="start">D numbers that the first row is measured from.</param>
    public void Compose(Span<double> rows, int width, ReadOnlySpan<double> start)
    {
        Rotation? from = ReadAt(start);
        Rotation near = from ?? Rotation.Identity;
        for (int at = 0; at < rows.Length; at += width)
        {
            Span<double> row = rows.Slice(at, width);
            Rotation? target = ReadAt(row) is { } offset && from is { } known ? (isFixedFrame ? offset * known : known * offset) : null;
            near = WriteAt(row, target, near);
            from = isSequential ? target : from;
        }
    }

    /// <summary>Targets to offsets, in place; the last row first, because each may be measured from the one before it.</summary>
    /// <inheritdoc cref="Compose" path="/param"/>
    public void Decompose(Span<double> rows, int width, ReadOnlySpan<double> start)
    {
        for (int at = rows.Length - width; at >= 0; at -= width)
        {
            Span<double> row = rows.Slice(at, width);
            Rotation? from = ReadAt(isSequential && at > 0 ? rows.Slice(at - width, width) : start);
            Rotation? offset = ReadAt(row) is { } target && from is { } known
                ? (isFixedFrame ? target * known.Inverse : known.Inverse * target)
                : null;
            WriteAt(row, offset, Rotation.Identity);
        }
    }

    private Rotation? ReadAt(ReadOnlySpan<double> row)
    {
        Span<double> numbers = stackalloc double[LongestForm];
        for (int i = 0; i < channels.Length; i++)
        {
            numbers[i] = row[channels[i]];
        }

        return RotationCodec.Read(form, numbers[..channels.Length]);
    }

    private Rotation WriteAt(Span<double> row, Rotation? rotation, Rotation near)
    {
        Span<double> numbers = stackalloc double[LongestForm];
        if (rotation is { } known)
        {
            RotationCodec.Write(known, form, numbers[..channels.Length], near);
        }
        else
        {
            numbers.Fill(double.NaN);
        }

        for (int i = 0; i < channels.Length; i++)
        {
            row[channels[i]] = numbers[i];
        }

        return rotation is { } written ? written.NearTo(near) : near;
    }
}
