namespace Interlock.Datasets.Numpy;

/// <summary>Rows of a (T, D) array in Fortran order: each block is gathered from D places of a seekable file.</summary>
internal sealed class ColumnMajorRows(Stream stream) : NpyRows
{
    private const int BlockRows = 4096;

    private readonly double[] _column = new double[BlockRows];
    private readonly byte[] _bytes = new byte[BlockRows * sizeof(double)];
    private long _row;

    public override void Read(Span<double> target)
    {
        int columns = Layout.Columns;
        for (int done = 0, rows = target.Length / columns; done < rows;)
        {
            int count = Math.Min(BlockRows, rows - done);
            ReadBlock(target.Slice(done * columns, count * columns), count);
            done += count;
            _row += count;
        }
    }

    public override void Dispose() => stream.Dispose();

    private void ReadBlock(Span<double> target, int count)
    {
        Span<byte> bytes = _bytes.AsSpan(0, count * Header.Element.Size);
        Span<double> column = _column.AsSpan(0, count);
        for (int channel = 0; channel < Layout.Columns; channel++)
        {
            stream.Position = Header.DataOffset + (((channel * Layout.Rows) + _row) * Header.Element.Size);
            RowMajorRows.RequireRead(stream, bytes, Place);
            Header.Element.Decode(bytes, column);
            for (int row = 0; row < count; row++)
            {
                target[(row * Layout.Columns) + channel] = column[row];
            }
        }
    }
}
