using System.Numerics;
using Interlock.Core.Diagnostics;
using Interlock.Datasets.Parquet.Encodings;
using Interlock.Datasets.Parquet.Pages;

namespace Interlock.Datasets.Parquet.Columns;

/// <summary>
/// Reads one column from its first row to its last, a page at a time. Memory: one page and its dictionary, whatever the file claims.
/// Every method throws <see cref="DiagnosticException"/> naming file and column.
/// </summary>
internal sealed class ColumnReader<T> : IDisposable
{
    private const int BatchLength = 8 << 10;

    private readonly ParquetFile _file;
    private readonly ParquetColumn _column;
    private readonly ValueCodec<T> _codec;
    private readonly PageStream _pages;
    private readonly RleReader _repetition = new();
    private readonly RleReader _definition = new();
    private readonly byte[] _levels = new byte[BatchLength];
    private readonly T[] _present = new T[BatchLength];
    private ValueDecoder<T>? _decoder;
    private RowShape? _shape;
    private int _rowGroup = -1;
    private int _slotsLeft;
    private long _rowsRead;
    private long _rowsBefore;

    public ColumnReader(ParquetFile file, ParquetColumn column, ValueCodec<T> codec)
    {
        (_file, _column, _codec) = (file, column, codec);
        _pages = new PageStream(file, column);
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
            _shape ??= new RowShape(width, BatchLength);
            while (!destination.IsEmpty)
            {
                if (_slotsLeft == 0 && !NextPage())
                {
                    throw ParquetFault.Of(ParquetCodes.RowCountDiffers, $"the column ends after {_rowsRead} rows");
                }

                int count = Math.Min(Math.Min(_slotsLeft, destination.Length), BatchLength);
                CheckShape(_shape, count);
                ReadSlots(destination[..count]);
                _slotsLeft -= count;
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
            if (_slotsLeft > 0 || NextPage())
            {
                throw ParquetFault.Of(ParquetCodes.RowCountDiffers, $"the column goes on after {_rowsRead} rows");
            }
        }
        catch (DiagnosticException problem) when (ParquetFault.HasNoPlace(problem))
        {
            throw At(problem);
        }
    }

    /// <summary>Reads every row, of any length: for small tables. Nested lists are flattened, an absent or empty list has no elements.</summary>
    public IReadOnlyList<T[]> ReadAllRows()
    {
        try
        {
            RowCollector<T> rows = new(_column);
            while (_slotsLeft > 0 || NextPage())
            {
                int count = Math.Min(_slotsLeft, BatchLength);
                ReadRagged(rows, count);
                _slotsLeft -= count;
            }

            return rows.Finish(_file.RowCount);
        }
        catch (DiagnosticException problem) when (ParquetFault.HasNoPlace(problem))
        {
            throw At(problem);
        }
    }

    /// <summary>Elements of the first row, without reading on; 0 when there is no row.</summary>
    public int FirstRowWidth()
    {
        try
        {
            RowCollector<T> rows = new(_column);
            while (rows.RowsStarted <= 1 && (_slotsLeft > 0 || NextPage()))
            {
                int count = Math.Min(_slotsLeft, BatchLength);
                ReadRagged(rows, count);
                _slotsLeft -= count;
            }

            return rows.FirstRowWidth;
        }
        catch (DiagnosticException problem) when (ParquetFault.HasNoPlace(problem))
        {
            throw At(problem);
        }
    }

    public void Dispose() => _pages.Dispose();

    private DiagnosticException At(DiagnosticException problem) =>
        ParquetFault.At(problem, _file.Name, $"column '{_column.Name}', row group {Math.Max(_rowGroup, 0)}, row {_rowsRead}");

    private bool NextPage()
    {
        do
        {
            if (!_pages.TryNext(out Page page))
            {
                EnterRowGroup(_file.RowGroups.Count);
                return false;
            }

            if (page.RowGroup != _rowGroup)
            {
                EnterRowGroup(page.RowGroup);
            }

            if (page.IsDictionary)
            {
                _codec.ReadDictionary(page);
            }
            else
            {
                StartPage(page);
            }
        }
        while (_slotsLeft == 0);

        return true;
    }

    private void EnterRowGroup(int rowGroup)
    {
        // Row groups without values have no pages, so several may be passed at once.
        for (; _rowGroup < rowGroup; _rowGroup++)
        {
            _rowsBefore += _rowGroup < 0 ? 0 : _file.RowGroups[_rowGroup].RowCount;
        }

        _codec.StartRowGroup();
        if (_shape is not null && (_rowsRead != _rowsBefore || !_shape.AtRowStart))
        {
            throw ParquetFault.Of(ParquetCodes.RowCountDiffers, $"{_rowsRead} rows were found where the footer announces {_rowsBefore}");
        }
    }

    private void StartPage(Page page)
    {
        _slotsLeft = page.SlotCount;
        _repetition.Start(page.Repetition, LevelWidth(_column.MaxRepetition));
        _definition.Start(page.Definition, LevelWidth(_column.MaxDefinition));
        _decoder = _codec.DecoderOf(page.Encoding);
        _decoder.Start(page.Values);
    }

    private static int LevelWidth(int maxLevel) => BitOperations.Log2((uint)maxLevel << 1 | 1);

    private void CheckShape(RowShape shape, int count)
    {
        if (_column.MaxRepetition == 0)
        {
            _rowsRead += count;
            return;
        }

        Span<byte> levels = _levels.AsSpan(0, count);
        _repetition.Read(levels);
        if (_column.MaxRepetition > 1)
        {
            ClampToOne(levels);
        }

        int fitting = shape.Advance(levels);
        _rowsRead += levels[..fitting].Count((byte)0);
        if (fitting < count)
        {
            throw RowLengthDiffers(shape.Width);
        }
    }

    private static void ClampToOne(Span<byte> levels)
    {
        for (int i = 0; i < levels.Length; i++)
        {
            levels[i] = Math.Min(levels[i], (byte)1);
        }
    }

    private void ReadSlots(Span<T> destination)
    {
        int max = _column.MaxDefinition;
        if (max == 0 || _definition.TryTakeRunOf(max, destination.Length))
        {
            _decoder!.Read(destination);
            return;
        }

        Span<byte> levels = _levels.AsSpan(0, destination.Length);
        ReadDefinition(levels, out int present);
        if (present == levels.Length)
        {
            _decoder!.Read(destination);
            return;
        }

        Scatter(levels, destination, present);
    }

    private void ReadDefinition(Span<byte> levels, out int present)
    {
        byte max = (byte)_column.MaxDefinition;
        _definition.Read(levels);
        present = levels.Count(max);
        if (present < levels.Length && levels.ContainsAnyExceptInRange((byte)0, max))
        {
            throw ParquetFault.Of(ParquetCodes.PageDamaged, $"a page is damaged: a definition level beyond {max}");
        }
    }

    private void Scatter(ReadOnlySpan<byte> levels, Span<T> destination, int present)
    {
        if (levels.ContainsAnyInRange((byte)0, (byte)Math.Max(0, _column.ElementDefinition - 1)) && _column.ElementDefinition > 0)
        {
            throw RowLengthDiffers(_shape!.Width);
        }

        _decoder!.Read(_present.AsSpan(0, present));
        int next = 0;
        for (int i = 0; i < levels.Length; i++)
        {
            destination[i] = levels[i] == _column.MaxDefinition ? _present[next++] : _codec.Missing;
        }
    }

    private void ReadRagged(RowCollector<T> rows, int count)
    {
        Span<byte> repetition = stackalloc byte[BatchLength];
        repetition = repetition[..count];
        repetition.Clear();
        if (_column.MaxRepetition > 0)
        {
            _repetition.Read(repetition);
        }

        Span<byte> definition = _levels.AsSpan(0, count);
        definition.Clear();
        int present = count;
        if (_column.MaxDefinition > 0)
        {
            ReadDefinition(definition, out present);
        }

        _decoder!.Read(_present.AsSpan(0, present));
        rows.Add(repetition, definition, _present.AsSpan(0, present), _codec.Missing);
    }

    private DiagnosticException RowLengthDiffers(int width) =>
        ParquetFault.Of(ParquetCodes.RowLengthDiffers, $"row {Math.Max(0, _rowsRead - 1)} or the one after it does not have {width} elements", "every row of a numeric vector must have the same length");
}
