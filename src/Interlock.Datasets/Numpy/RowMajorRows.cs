using Interlock.Core.Diagnostics;
using Interlock.Datasets.Opening;

namespace Interlock.Datasets.Numpy;

/// <summary>Rows in C order: the bytes in the order in which they are wanted.</summary>
internal sealed class RowMajorRows(Stream stream) : NpyRows
{
    private const int BlockBytes = 1 << 16;

    private readonly byte[] _block = new byte[BlockBytes];

    public override void Read(Span<double> target)
    {
        int blockElements = BlockBytes / Header.Element.Size;
        while (target.Length > 0)
        {
            Span<double> part = target[..Math.Min(blockElements, target.Length)];
            Span<byte> bytes = _block.AsSpan(0, part.Length * Header.Element.Size);
            RequireRead(stream, bytes, Place);
            Header.Element.Decode(bytes, part);
            target = target[part.Length..];
        }
    }

    public override void Dispose() => stream.Dispose();

    public static void RequireRead(Stream stream, Span<byte> bytes, SourcePlace place)
    {
        if (stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false) < bytes.Length)
        {
            throw new DiagnosticException(
                FileCode.NpySize, "The data end before the array does", place, "the file was cut off; copy it again");
        }
    }
}
