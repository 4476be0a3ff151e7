using Interlock.Datasets.Parquet.Footer;

namespace Interlock.Datasets.Parquet;

/// <summary>Compares what the row groups claim with the schema and with the size of the file.</summary>
internal static class RowGroupCheck
{
    public static void Run(IReadOnlyList<RowGroup> rowGroups, IReadOnlyList<ParquetColumn> columns, long fileLength)
    {
        long rows = 0;
        for (int i = 0; i < rowGroups.Count; i++)
        {
            RowGroup group = rowGroups[i];
            Require(group.RowCount >= 0 && group.RowCount <= long.MaxValue - rows, i, $"it claims {group.RowCount} rows");
            rows += group.RowCount;
            Require(group.Columns.Length == columns.Count, i, $"it has {group.Columns.Length} columns, the schema {columns.Count}");
            foreach (ParquetColumn column in columns)
            {
                Check(group, i, column, fileLength);
            }
        }
    }

    private static void Check(RowGroup group, int index, ParquetColumn column, long fileLength)
    {
        ColumnChunk chunk = group.Columns[column.Index];
        Require(chunk.Type == column.Type, index, $"column '{column.Name}' has type {chunk.Type}, the schema says {column.Type}");
        Require(
            chunk.Start >= 0 && chunk.Length >= 0 && chunk.Start <= fileLength - chunk.Length,
            index,
            $"column '{column.Name}' claims {chunk.Length} bytes from byte {chunk.Start} of a file of {fileLength}");
        bool rowsFit = column.MaxRepetition > 0 ? chunk.ValueCount >= group.RowCount : chunk.ValueCount == group.RowCount;
        Require(rowsFit, index, $"column '{column.Name}' claims {chunk.ValueCount} values for {group.RowCount} rows");
    }

    private static void Require(bool condition, int rowGroup, string otherwise)
    {
        if (!condition)
        {
            throw ParquetFault.Of(ParquetCodes.FooterDamaged, $"the footer is damaged in row group {rowGroup}: {otherwise}");
        }
    }
}
