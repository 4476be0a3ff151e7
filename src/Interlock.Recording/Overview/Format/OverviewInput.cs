using System.Buffers.Binary;
using System.Text;
using Interlock.Core.Diagnostics;

namespace Interlock.Recording.Overview.Format;

/// <summary>Reads little-endian fields; every count is held against the bytes that are left before anything is made of it.</summary>
internal sealed class OverviewInput(ReadOnlyMemory<byte> bytes, string? file)
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private int _at;

    public int Left => bytes.Length - _at;

    public ReadOnlyMemory<byte> Rest => bytes[_at..];

    public ReadOnlySpan<byte> Raw(int count)
    {
        if (count > Left)
        {
            throw Wrong($"{count} bytes are needed and {Left} are left");
        }

        _at += count;
        return bytes.Span.Slice(_at - count, count);
    }

    public int Byte() => Raw(1)[0];

    public int UInt16() => BinaryPrimitives.ReadUInt16LittleEndian(Raw(sizeof(ushort)));

    public long Int64() => BinaryPrimitives.ReadInt64LittleEndian(Raw(sizeof(long)));

    public double Double() => BitConverter.Int64BitsToDouble(Int64());

    /// <summary>A whole number from 0 to a limit.</summary>
    public int Count(string what, int most)
    {
        uint value = BinaryPrimitives.ReadUInt32LittleEndian(Raw(sizeof(uint)));
        return value <= (uint)most ? (int)value : throw Wrong($"{value} {what} are more than {most}");
    }

    /// <summary>How many entries follow, each of at least so many bytes.</summary>
    public int Entries(string what, int most, int bytesEach)
    {
        int count = Count(what, most);
        return (long)count * bytesEach <= Left ? count : throw Wrong($"{count} {what} do not fit into the {Left} bytes that are left");
    }

    /// <summary>A count or a time, 0 or more.</summary>
    public long Whole(string what, long most = long.MaxValue) => Int64() is >= 0 and var value && value <= most
        ? value
        : throw Wrong($"{what} is out of its range");

    public string Text()
    {
        try
        {
            return Utf8.GetString(Raw(Count("bytes of a text", Left)));
        }
        catch (DecoderFallbackException)
        {
            throw Wrong("a text is not UTF-8");
        }
    }

    public string? OptionalText() => Byte() switch
    {
        0 => null,
        1 => Text(),
        _ => throw Wrong("a text is neither there nor not"),
    };

    public DiagnosticException Wrong(string what) => Wrong("RC040", what);

    public DiagnosticException Wrong(string code, string what) => new(
        code, $"the overview in the recording cannot be used: {what}", new SourcePlace(file, Key: RecordingOverview.AttachmentName), "the recording is read through instead, which takes longer");
}
