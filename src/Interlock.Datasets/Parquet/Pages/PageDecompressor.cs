using System.Buffers;
using System.IO.Compression;
using Interlock.Core.Diagnostics;
using Interlock.Datasets.Parquet.Footer;

namespace Interlock.Datasets.Parquet.Pages;

/// <summary>Decompresses pages into one pooled buffer, which is valid until the next page.</summary>
internal sealed class PageDecompressor : IDisposable
{
    /// <summary>First guess of a stream's size, so that a false claim costs no more than the data that backs it.</summary>
    private const int FirstBuffer = 64 << 10;

    private byte[] _buffer = [];

    public ArraySegment<byte> Decompress(Codec codec, ArraySegment<byte> source, int length)
    {
        if (codec == Codec.Uncompressed)
        {
            return source.Count == length ? source : throw Damage(codec, $"{source.Count} bytes are stored where {length} were announced");
        }

        switch (codec)
        {
            case Codec.Snappy:
                Snappy(source, length);
                break;
            case Codec.Gzip:
                Gzip(source, length);
                break;
            case Codec.Brotli:
                Brotli(source, length);
                break;
            default:
                throw ParquetFault.Of(
                    ParquetCodes.CodecNotRead,
                    $"the codec {EncodingName.Of(codec)} is not read here",
                    EncodingName.Advice);
        }

        return new ArraySegment<byte>(_buffer, 0, length);
    }

    public void Dispose()
    {
        ReturnBuffer();
        _buffer = [];
    }

    private void Snappy(ReadOnlySpan<byte> source, int length)
    {
        int decoded = SnappyDecoder.DecodedLength(source, out int headerLength);
        if (decoded != length)
        {
            throw Damage(Codec.Snappy, $"it announces {decoded} bytes, the page header {length}");
        }

        Grow(length, keep: 0);
        SnappyDecoder.Decode(source[headerLength..], _buffer.AsSpan(0, length));
    }

    private void Gzip(ArraySegment<byte> source, int length)
    {
        try
        {
            using MemoryStream memory = new(source.Array!, source.Offset, source.Count, writable: false);
            using GZipStream stream = new(memory, CompressionMode.Decompress);
            int filled = 0;
            while (true)
            {
                // One byte more than announced is asked for, to notice a stream that is too long.
                Grow(Math.Min(length + 1, Math.Max(FirstBuffer, 2 * filled)), filled);
                int count = stream.Read(_buffer, filled, Math.Min(_buffer.Length, length + 1) - filled);
                filled += count;
                if (count == 0 || filled > length)
                {
                    RequireLength(Codec.Gzip, filled, length);
                    return;
                }
            }
        }
        catch (InvalidDataException problem)
        {
            throw Damage(Codec.Gzip, problem.Message);
        }
    }

    private void Brotli(ReadOnlySpan<byte> source, int length)
    {
        using BrotliDecoder decoder = default;
        int filled = 0;
        while (true)
        {
            Grow(Math.Min(length + 1, Math.Max(FirstBuffer, 2 * filled)), filled);
            Span<byte> free = _buffer.AsSpan(filled, Math.Min(_buffer.Length, length + 1) - filled);
            OperationStatus status = decoder.Decompress(source, free, out int consumed, out int written);
            source = source[consumed..];
            filled += written;
            if (status == OperationStatus.Done)
            {
                RequireLength(Codec.Brotli, filled, length);
                return;
            }

            if (status != OperationStatus.DestinationTooSmall || filled > length)
            {
                throw Damage(Codec.Brotli, status == OperationStatus.NeedMoreData ? "it ends early" : "it cannot be decoded");
            }
        }
    }

    private void Grow(int length, int keep)
    {
        if (length <= _buffer.Length)
        {
            return;
        }

        byte[] larger = ArrayPool<byte>.Shared.Rent(length);
        _buffer.AsSpan(0, keep).CopyTo(larger);
        ReturnBuffer();
        _buffer = larger;
    }

    private void ReturnBuffer()
    {
        if (_buffer.Length > 0)
        {
            ArrayPool<byte>.Shared.Return(_buffer);
        }
    }

    private static void RequireLength(Codec codec, int found, int announced)
    {
        if (found != announced)
        {
            throw Damage(codec, $"it decodes to {(found > announced ? "more than" : found)} bytes where {announced} were announced");
        }
    }

    private static DiagnosticException Damage(Codec codec, string what) =>
        ParquetFault.Of(ParquetCodes.DecompressionFailed, $"{EncodingName.Of(codec)} data is damaged: {what}");
}
