using System.Buffers.Binary;
using System.Text;
using Interlock.Core.Diagnostics;
using Interlock.Datasets.Opening;

namespace Interlock.Datasets.Numpy;

/// <summary>
/// What stands before an array's bytes: magic <c>\x93NUMPY</c>, version, header length (2 bytes in v1, 4 in v2 and v3), a Python dict.
/// Source: NEP 1.
/// </summary>
internal sealed record NpyHeader(NpyElement Element, bool FortranOrder, long[] Shape, long DataOffset, string Version)
{
    /// <summary>The longest header of v1; a longer one belongs to a record type with many fields, which is refused anyway.</summary>
    private const int MaximumHeaderBytes = ushort.MaxValue;

    private const int MagicBytes = 8;

    /// <summary>Product of the shape.</summary>
    public long ElementCount => Shape.Aggregate(1L, (product, length) => product * length);

    /// <summary>
    /// Reads from the start of <paramref name="stream"/>, which has <paramref name="streamLength"/> bytes, and checks that the array fits.
    /// </summary>
    public static NpyHeader Read(Stream stream, long streamLength, SourcePlace place)
    {
        Span<byte> magic = stackalloc byte[MagicBytes];
        RequireMagic(magic[..stream.ReadAtLeast(magic, MagicBytes, throwOnEndOfStream: false)], place);
        int lengthBytes = magic[6] == 1 ? sizeof(ushort) : sizeof(uint);
        Span<byte> length = stackalloc byte[lengthBytes];
        RequireBytes(stream, length, place);
        long headerLength = lengthBytes == sizeof(ushort)
            ? BinaryPrimitives.ReadUInt16LittleEndian(length)
            : BinaryPrimitives.ReadUInt32LittleEndian(length);
        if (headerLength > MaximumHeaderBytes)
        {
            throw new DiagnosticException(
                FileCode.NpyHeader, $"The header claims {headerLength} bytes; at most {MaximumHeaderBytes} are accepted", place);
        }

        byte[] text = new byte[headerLength];
        RequireBytes(stream, text, place);
        NpyHeaderFields fields = new NpyHeaderParser(Encoding.UTF8.GetString(text), place).Parse();
        NpyHeader header = new(
            NpyElement.Parse(fields.Descr, place),
            fields.FortranOrder,
            fields.Shape,
            MagicBytes + lengthBytes + headerLength,
            $"{magic[6]}.{magic[7]}");
        header.RequireFit(streamLength, place);
        return header;
    }

    private static void RequireMagic(ReadOnlySpan<byte> start, SourcePlace place)
    {
        if (start.Length > 1 && start[0] == 0x80 && start[1] is >= 2 and <= 5)
        {
            throw NpyElement.Objects(place);
        }

        if (start.Length < MagicBytes || start[0] != 0x93 || !start[1..].StartsWith("NUMPY"u8))
        {
            throw new DiagnosticException(FileCode.NpyMagic, "The file does not start like an npy array", place, "save it with numpy.save");
        }

        if (start[6] is < 1 or > 3)
        {
            throw new DiagnosticException(FileCode.NpyMagic, $"Version {start[6]}.{start[7]} of the npy format is not 1, 2 or 3", place);
        }
    }

    private static void RequireBytes(Stream stream, Span<byte> target, SourcePlace place)
    {
        if (stream.ReadAtLeast(target, target.Length, throwOnEndOfStream: false) < target.Length)
        {
            throw new DiagnosticException(FileCode.NpyHeader, "The file ends inside its header", place, "it was cut off; copy it again");
        }
    }

    private void RequireFit(long streamLength, SourcePlace place)
    {
        UInt128 needed = Shape.Contains(0) ? 0 : (UInt128)Element.Size;
        for (int axis = 0; axis < Shape.Length && needed <= long.MaxValue; axis++)
        {
            needed *= (UInt128)Shape[axis];
        }

        long present = streamLength - DataOffset;
        if (needed != (UInt128)Math.Max(0, present))
        {
            throw new DiagnosticException(
                FileCode.NpySize,
                $"Shape ({string.Join(", ", Shape)}) needs {needed} bytes of data and {present} are there",
                place,
                needed > (UInt128)Math.Max(0, present)
                    ? "the file was cut off; copy it again"
                    : "the file holds more than one array; save one array per file");
        }
    }
}
