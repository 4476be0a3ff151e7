using System.Text;
using Interlock.Core.Diagnostics;
using Interlock.Datasets.Opening;

namespace Interlock.Datasets.Text;

/// <summary>Turns a line into a step.</summary>
internal sealed class CsvRowParser(CsvLayout layout, byte delimiter)
{
    private readonly List<ReadOnlyMemory<byte>> _cells = [];
    private readonly StepRow _row = new(layout.Actions.Length, layout.States.Length);

    /// <summary>The step; overwritten by the next call.</summary>
    public StepRow Parse(ReadOnlyMemory<byte> line, SourcePlace place)
    {
        CsvCells.Split(line, delimiter, _cells, place);
        if (_cells.Count != layout.Columns.Count)
        {
            throw new DiagnosticException(
                FileCode.CsvColumnCount,
                $"The line has {_cells.Count} columns and the first line has {layout.Columns.Count}",
                place,
                "a line was cut off, or a text holds the delimiter without quotes");
        }

        Fill(_row.Action, layout.Actions, place);
        Fill(_row.State, layout.States, place);
        _row.Episode = (int?)Whole(layout.Episode, 0, int.MaxValue, place);
        _row.Step = Whole(layout.Step, long.MinValue, long.MaxValue, place);
        _row.TimestampS = layout.Timestamp is { } time ? Number(time, place) : null;
        _row.Task = layout.Task is { } task && _cells[task].Length > 0 ? Encoding.UTF8.GetString(_cells[task].Span) : null;
        _row.Success = layout.Success is { } success ? Truth(Number(success, place)) : null;
        return _row;
    }

    private static bool? Truth(double value) => double.IsNaN(value) ? null : value != 0;

    private void Fill(double[] target, int[] columns, SourcePlace place)
    {
        for (int channel = 0; channel < columns.Length; channel++)
        {
            target[channel] = Number(columns[channel], place);
        }
    }

    private double Number(int column, SourcePlace place) =>
        CsvNumber.TryParse(_cells[column].Span, out double value) ? value : throw NotNumber(column, "a number", place);

    private long? Whole(int? column, long least, long most, SourcePlace place)
    {
        if (column is not { } index)
        {
            return null;
        }

        double value = Number(index, place);
        return Math.Floor(value) == value && value >= least && value <= most && Math.Abs(value) <= WholeNumbers.LargestExact
            ? (long)value
            : throw NotNumber(index, least == 0 ? "a whole number from 0" : "a whole number", place);
    }

    private DiagnosticException NotNumber(int column, string expected, SourcePlace place)
    {
        string cell = Encoding.UTF8.GetString(_cells[column].Span);
        return new DiagnosticException(
            FileCode.CellNotNumber,
            $"'{(cell.Length > 40 ? $"{cell[..40]}…" : cell)}' is not {expected}",
            place with { Key = layout.Columns[column] },
            "numbers have a decimal point; nan, inf and empty cells are accepted");
    }
}
