using Interlock.Datasets.Parquet.Footer;
using Interlock.Datasets.Parquet.Pages;
using Interlock.Datasets.Writing.Tables;

namespace Interlock.Datasets.Writing.Parquet;

/// <summary>
/// Writes a Parquet file: uncompressed data pages of version 1 in the encoding PLAIN, one per column and row group; fields optional and lists
/// in three levels, as LeRobot's writers lay them out. Source: the published Parquet format, version 2.
/// </summary>
internal sealed class ParquetWriter
{
    /// <summary>Rows of a row group at most; keeps a page of a wide list at some megabytes.</summary>
    private const int GroupRows = 16_384;

    private readonly Stream _stream;
    private readonly ParquetFooter _footer = new();
    private long _position;

    /// <param name="stream">Positioned at its beginning; stays open.</param>
    public ParquetWriter(Stream stream)
    {
        _stream = stream;
        Write("PAR1"u8);
    }

    /// <summary>Adds rows. The first call settles names and types.</summary>
    public void Add(IReadOnlyList<TableColumn> columns)
    {
        int rows = columns[0].RowCount;
        _footer.Settle(columns);
        for (int first = 0; first < rows; first += GroupRows)
        {
            int count = Math.Min(GroupRows, rows - first);
            List<ParquetFooter.Chunk> chunks = [.. columns.Select(column => WriteChunk(count == rows ? column : ColumnSlice.Rows(column, first, count)))];
            _footer.AddGroup(count, chunks);
        }
    }

    /// <summary>Writes the footer.</summary>
    public void Finish()
    {
        byte[] footer = _footer.ToBytes();
        Write(footer);
        Write(BitConverter.GetBytes(footer.Length));
        Write("PAR1"u8);
        _stream.Flush();
    }

    private ParquetFooter.Chunk WriteChunk(TableColumn column)
    {
        long start = _position;
        int slots = column.ListLengths?.Sum(length => Math.Max(1, length)) ?? column.ValueCount;
        byte[] body =
        [
            .. column.ListLengths is { } lengths ? Levels.Repetition(lengths) : [],
            .. Levels.Definition(slots, column.ListLengths is null ? ParquetFooter.ScalarLevel : ParquetFooter.ListLevel),
            .. PlainValues.Of(column),
        ];
        Write(new ThriftOutput().Begin().Int32(1, (int)PageKind.DataV1).Int32(2, body.Length).Int32(3, body.Length)
            .Begin(5).Int32(1, slots).Int32(2, (int)ValueEncoding.Plain).Int32(3, (int)ValueEncoding.Rle).Int32(4, (int)ValueEncoding.Rle).End().End().ToArray());
        Write(body);
        return new ParquetFooter.Chunk(start, _position - start, slots);
    }

    private void Write(ReadOnlySpan<byte> bytes)
    {
        _stream.Write(bytes);
        _position += bytes.Length;
    }
}
