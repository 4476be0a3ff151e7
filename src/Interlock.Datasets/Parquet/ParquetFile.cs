using Interlock.Core.Diagnostics;
using Interlock.Datasets.Parquet.Bytes;
using Interlock.Datasets.Parquet.Columns;
using Interlock.Datasets.Parquet.Footer;

namespace Interlock.Datasets.Parquet;

/// <summary>
/// An open Parquet file: its footer in memory, its values on disk. Source: the published Parquet format, version 2.
/// Every method throws <see cref="DiagnosticException"/> with a DS code where the file is damaged or uses what is not read here.
/// </summary>
internal sealed class ParquetFile : IDisposable
{
    private readonly FileFooter _footer;

    private ParquetFile(RandomBytes bytes)
    {
        Bytes = bytes;
        _footer = FooterReader.Read(FooterBlock.Read(bytes));
        Columns = ParquetSchema.ColumnsOf(_footer.Schema);
        RowGroupCheck.Run(_footer.RowGroups, Columns, bytes.Length);
        RowCount = _footer.RowGroups.Sum(group => group.RowCount);
    }

    public RandomBytes Bytes { get; }

    public string Name => Bytes.Name;

    /// <summary>The leaves of the schema.</summary>
    public IReadOnlyList<ParquetColumn> Columns { get; }

    public IReadOnlyList<RowGroup> RowGroups => _footer.RowGroups;

    /// <summary>Rows of all row groups. A claim of the footer until the columns were read.</summary>
    public long RowCount { get; }

    public static ParquetFile Open(string path) => Open(new FileBytes(path));

    public static ParquetFile Open(RandomBytes bytes)
    {
        try
        {
            return new ParquetFile(bytes);
        }
        catch (DiagnosticException problem) when (ParquetFault.HasNoPlace(problem))
        {
            bytes.Dispose();
            throw ParquetFault.At(problem, bytes.Name, "footer");
        }
        catch
        {
            bytes.Dispose();
            throw;
        }
    }

    /// <summary>The only leaf of a top-level field; null when there is no such field or it holds several leaves.</summary>
    public ParquetColumn? Find(string name)
    {
        ParquetColumn? found = null;
        foreach (ParquetColumn column in Columns)
        {
            if (column.Name == name)
            {
                if (found is not null)
                {
                    return null;
                }

                found = column;
            }
        }

        return found;
    }

    /// <summary>Starts reading a column of numbers as doubles; absent values are NaN, false and true are 0 and 1.</summary>
    public ColumnReader<double> Numbers(ParquetColumn column)
    {
        try
        {
            return new ColumnReader<double>(this, column, new NumberCodec(column));
        }
        catch (DiagnosticException problem) when (ParquetFault.HasNoPlace(problem))
        {
            throw ParquetFault.At(problem, Name, $"column '{column.Name}'");
        }
    }

    /// <summary>Starts reading a column of strings; absent values are null.</summary>
    public ColumnReader<string?> Texts(ParquetColumn column) => new(this, column, new TextCodec(column));

    public void Dispose() => Bytes.Dispose();
}
