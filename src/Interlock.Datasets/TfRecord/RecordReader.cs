using System.Buffers.Binary;
using Interlock.Core.Diagnostics;
using Interlock.Datasets.Opening;

namespace Interlock.Datasets.TfRecord;

/// <summary>Records of a TFRecord file: length, its checksum, bytes, their checksum; all little-endian.</summary>
internal sealed class RecordReader(string path) : IDisposable
{
    private const int HeaderBytes = sizeof(ulong) + sizeof(uint);
    private const int FooterBytes = sizeof(uint);

    /// <summary>One episode with its camera images; the largest published ones take some hundred megabytes.</summary>
    private const long MaximumRecordBytes = 1L << 30;

    private readonly FileStream _stream = DatasetFile.OpenRead(path);
    private byte[] _record = [];
    private long _offset;

    /// <summary>Where the record read last starts.</summary>
    public SourcePlace Place { get; private set; } = SourcePlace.OfFile(path);

    /// <summary>The next record; valid until the next call. False at the end of the file.</summary>
    public bool TryRead(out ReadOnlyMemory<byte> record)
    {
        record = default;
        Place = new SourcePlace(path, Key: $"byte {_offset}");
        Span<byte> header = stackalloc byte[HeaderBytes];
        int count = _stream.ReadAtLeast(header, HeaderBytes, throwOnEndOfStream: false);
        if (count == 0)
        {
            return false;
        }

        int length = LengthOf(header[..count]);
        record = ReadBody(length);
        _offset += HeaderBytes + length + FooterBytes;
        return true;
    }

    public void Dispose() => _stream.Dispose();

    private int LengthOf(ReadOnlySpan<byte> header)
    {
        if (header.StartsWith((ReadOnlySpan<byte>)[0x1F, 0x8B]) && _offset == 0)
        {
            throw new DiagnosticException(FileCode.RecordFraming, "The file is gzip-compressed", Place, "unpack it with gunzip first");
        }

        if (header.Length < HeaderBytes)
        {
            throw CutOff();
        }

        RequireChecksum(header[..sizeof(ulong)], header[sizeof(ulong)..], "length");
        ulong length = BinaryPrimitives.ReadUInt64LittleEndian(header);
        ulong present = (ulong)Math.Max(0, _stream.Length - _stream.Position);
        if (length > present)
        {
            throw CutOff();
        }

        return length <= MaximumRecordBytes
            ? (int)length
            : throw new DiagnosticException(FileCode.RecordFraming, $"A record of {length} bytes exceeds {MaximumRecordBytes}", Place);
    }

    private ReadOnlyMemory<byte> ReadBody(int length)
    {
        if (_record.Length < length + FooterBytes)
        {
            _record = new byte[length + FooterBytes];
        }

        Span<byte> body = _record.AsSpan(0, length + FooterBytes);
        if (_stream.ReadAtLeast(body, body.Length, throwOnEndOfStream: false) < body.Length)
        {
            throw CutOff();
        }

        RequireChecksum(body[..length], body[length..], "record");
        return _record.AsMemory(0, length);
    }

    private void RequireChecksum(ReadOnlySpan<byte> bytes, ReadOnlySpan<byte> stored, string what)
    {
        uint expected = BinaryPrimitives.ReadUInt32LittleEndian(stored);
        uint actual = MaskedCrc32C.Of(bytes);
        if (actual != expected)
        {
            throw new DiagnosticException(
                FileCode.RecordChecksum,
                $"The checksum of the {what} is {actual:x8} and should be {expected:x8}",
                Place,
                "the file is damaged or not a TFRecord file; copy it again");
        }
    }

    private DiagnosticException CutOff() =>
        new(FileCode.RecordFraming, "The file ends inside a record", Place, "it was cut off; copy it again");
}
