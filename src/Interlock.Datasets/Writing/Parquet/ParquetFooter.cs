using Interlock.Datasets.Parquet.Footer;
using Interlock.Datasets.Writing.Tables;

namespace Interlock.Datasets.Writing.Parquet;

/// <summary>Collects what the footer says (FileMetaData of the format) and writes it.</summary>
internal sealed class ParquetFooter
{
    /// <summary>Definition level of a value that is there.</summary>
    public const byte ScalarLevel = 1;

    /// <summary>Definition level of a value that is there, in a list.</summary>
    public const byte ListLevel = 3;

    private const int FormatVersion = 2;
    private const int ConvertedUtf8 = 0;
    private const int ConvertedList = 3;

    private readonly List<(int Rows, List<Chunk> Chunks)> _groups = [];
    private TableColumn[] _columns = [];

    /// <param name="Start">First byte of the page header.</param>
    /// <param name="Length">Bytes, header included.</param>
    /// <param name="Slots">Values, with one for each empty list.</param>
    internal readonly record struct Chunk(long Start, long Length, int Slots);

    public void Settle(IReadOnlyList<TableColumn> columns)
    {
        if (_columns.Length == 0)
        {
            _columns = [.. columns.Select(column => column with { Numbers = [], Texts = [] })];
        }
        else if (!_columns.Select(column => (column.Name, column.Type)).SequenceEqual(columns.Select(column => (column.Name, column.Type))))
        {
            throw new ArgumentException("Every row group has the same columns.", nameof(columns));
        }
    }

    public void AddGroup(int rows, List<Chunk> chunks) => _groups.Add((rows, chunks));

    public byte[] ToBytes()
    {
        ThriftOutput output = new();
        output.Begin().Int32(1, FormatVersion);
        WriteSchema(output);
        output.Int64(3, _groups.Sum(group => (long)group.Rows)).List(4, ThriftType.Structure, _groups.Count);
        foreach ((int rows, List<Chunk> chunks) in _groups)
        {
            WriteGroup(output, rows, chunks);
        }

        return output.Text(6, "interlock").End().ToArray();
    }

    private void WriteSchema(ThriftOutput output)
    {
        output.List(2, ThriftType.Structure, 1 + _columns.Sum(column => column.ListLengths is null ? 1 : 3));
        output.Begin().Text(4, "schema").Int32(5, _columns.Length).End();
        foreach (TableColumn column in _columns)
        {
            if (column.ListLengths is not null)
            {
                output.Begin().Int32(3, (int)Repetition.Optional).Text(4, column.Name).Int32(5, 1).Int32(6, ConvertedList).End();
                output.Begin().Int32(3, (int)Repetition.Repeated).Text(4, "list").Int32(5, 1).End();
            }

            output.Begin().Int32(1, (int)column.Type).Int32(3, (int)Repetition.Optional).Text(4, column.ListLengths is null ? column.Name : "element");
            if (column.IsText)
            {
                output.Int32(6, ConvertedUtf8);
            }

            output.End();
        }
    }

    private void WriteGroup(ThriftOutput output, int rows, List<Chunk> chunks)
    {
        output.Begin().List(1, ThriftType.Structure, chunks.Count);
        for (int i = 0; i < chunks.Count; i++)
        {
            TableColumn column = _columns[i];
            (long start, long length, int slots) = chunks[i];
            string[] path = column.ListLengths is null ? [column.Name] : [column.Name, "list", "element"];
            output.Begin().Int64(2, start)
                .Begin(3).Int32(1, (int)column.Type).Int32List(2, (int)ValueEncoding.Plain, (int)ValueEncoding.Rle).TextList(3, path)
                .Int32(4, (int)Codec.Uncompressed).Int64(5, slots).Int64(6, length).Int64(7, length).Int64(9, start).End()
                .End();
        }

        output.Int64(2, chunks.Sum(chunk => chunk.Length)).Int64(3, rows).End();
    }
}
