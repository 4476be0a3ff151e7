using Interlock.Core.Diagnostics;
using Interlock.Datasets.Parquet.Pages;

namespace Interlock.Datasets.Parquet.Columns;

/// <summary>
/// Reads one column from its first row to its last, a page at a time. Memory: one page and its dictionary, whatever the file claims.
/// Every method throws <see cref="DiagnosticException"/> naming file and column.
/// </summary>
internal sealed class ColumnReader<T> : IDisposable
{
    private readonly ParquetFile _file;
    private readonly ParquetColumn _column;
    private readonly ValueCodec<T> _codec;
    private readonly PageStream _pages;
    private readonly PageSlots<T> _slots;
    private readonly RowTally _tally;
    private RowShape? _shape;

    public ColumnReader(ParquetFile file, ParquetColumn column, ValueCodec<T> codec)
    {
        (_file, _column, _codec) = (file, column, codec);
        _pages = new PageStream(file, column);
        _slots = new PageSlots<T>(column, codec);
        _tally = new RowTally(file.RowGroups);
    }

    /// <summary>
    /// Reads whole rows of <paramref name="width"/> elements each, list after list, into <paramref name="destination"/>.
    /// A row of another length is an error; absent elements become the codec's stand-in.
    /// </summary>
    /// <param name="destination">Its length is a multiple of <paramref name="width"/>.</param>
    /// <param name="width">The same in every call; 1 for a column without lists.</param>
    public void ReadRows(Span<T> destination, int width)
    {
        try
        {
            _shape ??= new RowShape(width, PageSlots<T>.BatchLength);
            while (!destination.IsEmpty)
            {
                if (!HasSlots())
                {
                    throw ParquetFault.Of(ParquetCodes.RowCountDiffers, $"the column ends after {_tally.Read} rows");
                }

                int count = NextBatch(destination.Length);
                ReadBatch(destination[..count], _shape);
                destination = destination[count..];
            }
        }
        catch (DiagnosticException problem) when (ParquetFault.HasNoPlace(problem))
        {
            throw At(problem);
        }
    }

    /// <summary>Refuses what follows the rows that were read.</summary>
    public void ExpectEnd()
    {
        try
        {
            if (HasSlots())
            {
                throw ParquetFault.Of(ParquetCodes.RowCountDiffers, $"the column goes on after {_tally.Read} rows");
            }
        }
        catch (DiagnosticException problem) when (ParquetFault.HasNoPlace(problem))
        {
            throw At(problem);
        }
    }

    /// <summary>
    /// Reads every row, of any length: for small tables. Nested lists are flattened; an absent or empty list has no elements.
    /// </summary>
    public IReadOnlyList<T[]> ReadAllRows() => CollectRows(mostRows: int.MaxValue).Finish(_file);

    /// <summary>Elements of the first row, without reading on; 0 when there is no row.</summary>
    public int FirstRowWidth() => CollectRows(mostRows: 1).FirstRowWidth;

    public void Dispose() => _pages.Dispose();

    private RowCollector<T> CollectRows(int mostRows)
    {
        try
        {
            RowCollector<T> rows = new(_column);
            while (rows.RowsStarted <= mostRows && HasSlots())
            {
                _slots.ReadRagged(rows, NextBatch(int.MaxValue));
                _tally.Read = rows.RowsStarted;
            }

            return rows;
        }
        catch (DiagnosticException problem) when (ParquetFault.HasNoPlace(problem))
        {
            throw At(problem);
        }
    }

    private int NextBatch(int wanted) => Math.Min(Math.Min(_slots.Left, wanted), PageSlots<T>.BatchLength);

    private void ReadBatch(Span<T> destination, RowShape shape)
    {
        int fitting = destination.Length;
        if (_column.MaxRepetition > 0)
        {
            Span<byte> levels = _slots.ReadRepetition(destination.Length);
            if (_column.MaxRepetition > 1)
            {
                ClampToOne(levels);
            }

            fitting = shape.Advance(levels);
            _tally.Read += levels[..fitting].Count((byte)0);
        }
        else
        {
            _tally.Read += destination.Length;
        }

        if (fitting < destination.Length || !_slots.TryReadValues(destination))
        {
            throw ParquetFault.Of(
                ParquetCodes.RowLengthDiffers,
                $"row {Math.Max(0, _tally.Read - 1)} or one near it does not have {shape.Width} elements",
                "every row of a numeric vector must have the same length");
        }
    }

    private static void ClampToOne(Span<byte> levels)
    {
        for (int i = 0; i < levels.Length; i++)
        {
            levels[i] = Math.Min(levels[i], (byte)1);
        }
    }

    /// <summary>Moves on to the next page with slots when this one has none left; false at the end of the column.</summary>
    private bool HasSlots()
    {
        while (_slots.Left == 0)
        {
            if (!_pages.TryNext(out Page page))
            {
                EnterRowGroup(_file.RowGroups.Count);
                return false;
            }

            if (!_tally.IsIn(page.RowGroup))
            {
                EnterRowGroup(page.RowGroup);
            }

            if (page.IsDictionary)
            {
                _codec.ReadDictionary(page);
            }
            else
            {
                _slots.Start(page);
            }
        }

        return true;
    }

    private void EnterRowGroup(int rowGroup)
    {
        _tally.Enter(rowGroup);
        _codec.StartRowGroup();
        if (_shape is not null)
        {
            _tally.Require(_shape.AtRowStart);
        }
    }

    private DiagnosticException At(DiagnosticException problem) =>
        ParquetFault.At(problem, _file.Name, $"column '{_column.Name}', row group {_tally.Group}, row {_tally.Read}");
}
