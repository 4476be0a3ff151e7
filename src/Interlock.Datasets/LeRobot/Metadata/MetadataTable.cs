using Interlock.Core.Diagnostics;
using Interlock.Datasets.Parquet;
using Interlock.Datasets.Parquet.Columns;

namespace Interlock.Datasets.LeRobot.Metadata;

/// <summary>Whole columns of a small Parquet table of <c>meta/</c>.</summary>
internal sealed class MetadataTable : IDisposable
{
    private readonly ParquetFile _file;

    public MetadataTable(string path)
    {
        _file = ParquetFile.Open(path);
        if (_file.RowCount > ParquetLimits.TableValues)
        {
            _file.Dispose();
            throw new DiagnosticException(
                LeRobotCodes.MetadataTooLarge,
                $"the table claims more than {ParquetLimits.TableValues} rows",
                SourcePlace.OfFile(path));
        }
    }

    public IEnumerable<string> TextColumns => _file.Columns.Where(column => column.IsText).Select(column => column.Name);

    /// <summary>A column of whole numbers; null when the table does not have it.</summary>
    public IReadOnlyList<long>? Integers(string name)
    {
        if (_file.Find(name) is not { } column)
        {
            return null;
        }

        using ColumnReader<double> reader = _file.Numbers(column);
        return [.. reader.ReadAllRows().Select(row => WholeNumber.Of(row is [double only] ? only : double.NaN, _file.Name, name))];
    }

    /// <summary>A column of strings or lists of strings; null when the table does not have it.</summary>
    public IReadOnlyList<string?[]>? Texts(string name)
    {
        if (_file.Find(name) is not { IsText: true } column)
        {
            return null;
        }

        using ColumnReader<string?> reader = _file.Texts(column);
        return reader.ReadAllRows();
    }

    public DiagnosticException Lacks(string column) =>
        new(
            LeRobotCodes.TableIncomplete,
            $"the table has no column '{column}'",
            SourcePlace.OfFile(_file.Name),
            $"it has: {string.Join(", ", _file.Columns.Select(item => item.Name).Distinct().Take(20))}");

    public void Dispose() => _file.Dispose();
}
