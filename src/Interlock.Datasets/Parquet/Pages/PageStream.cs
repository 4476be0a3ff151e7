using System.Buffers.Binary;
using Interlock.Datasets.Parquet.Bytes;
using Interlock.Datasets.Parquet.Footer;

namespace Interlock.Datasets.Parquet.Pages;

/// <summary>All pages of a column, row group after row group. Holds one page in memory.</summary>
internal sealed class PageStream(ParquetFile file, ParquetColumn column) : IDisposable
{
    private readonly ByteWindow _window = new(file.Bytes);
    private readonly PageDecompressor _decompressor = new();
    private int _rowGroup = -1;
    private long _valuesLeft;
    private ColumnChunk _chunk;

    /// <summary>The next dictionary or data page; false after the last one.</summary>
    public bool TryNext(out Page page)
    {
        while (true)
        {
            while (_valuesLeft == 0)
            {
                if (++_rowGroup >= file.RowGroups.Count)
                {
                    page = default;
                    return false;
                }

                _chunk = file.RowGroups[_rowGroup].Columns[column.Index];
                _valuesLeft = _chunk.ValueCount;
                _window.MoveTo(_chunk.Start, _chunk.Start + _chunk.Length);
            }

            if (TryReadPage(out page))
            {
                return true;
            }
        }
    }

    public void Dispose()
    {
        _window.Dispose();
        _decompressor.Dispose();
    }

    private bool TryReadPage(out Page page)
    {
        if (_window.Left == 0)
        {
            throw ParquetFault.Of(
                ParquetCodes.RowCountDiffers,
                $"row group {_rowGroup} ends {_valuesLeft} values before its announced end");
        }

        PageHeader header = PageHeaderReader.Read(_window);
        PageHeaderCheck.Run(header, _window.Left, _valuesLeft);
        ArraySegment<byte> bytes = _window.Peek(header.CompressedLength);
        _window.Consume(header.CompressedLength);
        page = header.Kind switch
        {
            PageKind.DataV1 => DataV1(header, bytes),
            PageKind.DataV2 => DataV2(header, bytes),
            PageKind.Dictionary => new Page(
                _rowGroup,
                true,
                header.ValueCount,
                header.Encoding,
                default,
                default,
                Decompress(header, bytes)),
            _ => default,
        };
        _valuesLeft -= page.IsDictionary ? 0 : page.SlotCount;
        return header.Kind != PageKind.Index;
    }

    private ArraySegment<byte> Decompress(PageHeader header, ArraySegment<byte> bytes) =>
        _decompressor.Decompress(_chunk.Codec, bytes, header.UncompressedLength);

    private Page DataV1(PageHeader header, ArraySegment<byte> bytes)
    {
        ArraySegment<byte> rest = Decompress(header, bytes);
        ArraySegment<byte> repetition = column.MaxRepetition > 0 ? TakeLevels(ref rest) : default;
        ArraySegment<byte> definition = column.MaxDefinition > 0 ? TakeLevels(ref rest) : default;
        return new Page(_rowGroup, false, header.ValueCount, header.Encoding, repetition, definition, rest);
    }

    private Page DataV2(PageHeader header, ArraySegment<byte> bytes)
    {
        ArraySegment<byte> repetition = bytes[..header.RepetitionLength];
        ArraySegment<byte> definition = bytes.Slice(header.RepetitionLength, header.DefinitionLength);
        int levels = header.RepetitionLength + header.DefinitionLength;
        Codec codec = header.IsCompressed && bytes.Count > levels ? _chunk.Codec : Codec.Uncompressed;
        ArraySegment<byte> values = _decompressor.Decompress(codec, bytes[levels..], header.UncompressedLength - levels);
        return new Page(_rowGroup, false, header.ValueCount, header.Encoding, repetition, definition, values);
    }

    private static ArraySegment<byte> TakeLevels(ref ArraySegment<byte> rest)
    {
        uint length = rest.Count < sizeof(uint) ? uint.MaxValue : BinaryPrimitives.ReadUInt32LittleEndian(rest);
        if (length > rest.Count - sizeof(uint))
        {
            throw ParquetFault.Of(ParquetCodes.PageDamaged, "a page is damaged: its levels are longer than the page");
        }

        ArraySegment<byte> levels = rest.Slice(sizeof(uint), (int)length);
        rest = rest[(sizeof(uint) + (int)length)..];
        return levels;
    }
}
