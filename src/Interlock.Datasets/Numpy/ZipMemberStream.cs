using System.IO.Compression;
using Interlock.Core.Diagnostics;
using Interlock.Datasets.Opening;

namespace Interlock.Datasets.Numpy;

/// <summary>Reads one member forwards, never beyond its stated length, and checks its CRC-32 at the end.</summary>
internal sealed class ZipMemberStream(ZipArchive archive, ZipArchiveEntry member, SourcePlace place) : Stream
{
    private readonly Stream _inner = member.IsEncrypted ? throw new InvalidDataException("a member is encrypted") : member.Open();
    private readonly uint _expectedCrc = member.Crc32;
    private readonly long _length = member.Length;
    private long _position;
    private uint _crc;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => _length;

    public override long Position
    {
        get => _position;
        set => throw new NotSupportedException();
    }

    public override int Read(Span<byte> buffer)
    {
        int wanted = (int)Math.Min(buffer.Length, _length - _position);
        int count = ReadInner(buffer[..wanted]);
        _crc = Crc32.Append(_crc, buffer[..count]);
        _position += count;
        if (count > 0 && _position == _length && _crc != _expectedCrc)
        {
            throw new DiagnosticException(
                FileCode.NpzArchive,
                $"The checksum is {_crc:x8} and should be {_expectedCrc:x8}",
                place,
                "the archive is damaged; copy it again");
        }

        return count;
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _inner.Dispose();
            archive.Dispose();
        }

        base.Dispose(disposing);
    }

    private int ReadInner(Span<byte> buffer)
    {
        try
        {
            return _inner.Read(buffer);
        }
        catch (Exception exception) when (exception is InvalidDataException or EndOfStreamException)
        {
            throw NpzArchive.Corrupt(place, exception);
        }
    }
}
