using Interlock.Core.Diagnostics;

namespace Interlock.Datasets.Parquet.Columns;

/// <summary>Cuts a stream of slots into rows of any length.</summary>
internal sealed class RowCollector<T>(ParquetColumn column)
{
    private readonly List<T[]> _rows = [];
    private readonly List<T> _row = [];
    private int _values;

    public int RowsStarted { get; private set; }

    public int FirstRowWidth => _rows.Count > 0 ? _rows[0].Length : _row.Count;

    public void Add(ReadOnlySpan<byte> repetition, ReadOnlySpan<byte> definition, ReadOnlySpan<T> present, T missing)
    {
        int next = 0;
        for (int i = 0; i < repetition.Length; i++)
        {
            if (repetition[i] == 0)
            {
                CloseRow();
                RowsStarted++;
            }
            else if (RowsStarted == 0)
            {
                throw ParquetFault.Of(ParquetCodes.PageDamaged, "a page is damaged: it starts in the middle of a row");
            }

            if (definition[i] == column.MaxDefinition)
            {
                _row.Add(present[next++]);
            }
            else if (definition[i] >= column.ElementDefinition)
            {
                _row.Add(missing);
            }

            CountValue();
        }
    }

    /// <summary>All rows; refused when they are not as many as the footer announces.</summary>
    public IReadOnlyList<T[]> Finish(ParquetFile file)
    {
        CloseRow();
        return RowsStarted == file.RowCount
            ? _rows
            : throw new DiagnosticException(
                ParquetCodes.RowCountDiffers,
                $"{RowsStarted} rows were found where the footer announces {file.RowCount}",
                new SourcePlace(file.Name, Key: $"column '{column.Name}'"));
    }

    private void CloseRow()
    {
        if (RowsStarted > 0)
        {
            _rows.Add([.. _row]);
            _row.Clear();
        }
    }

    private void CountValue()
    {
        if (++_values > ParquetLimits.TableValues)
        {
            throw ParquetFault.Of(ParquetCodes.TooLarge, $"a table has more than {ParquetLimits.TableValues} values");
        }
    }
}
