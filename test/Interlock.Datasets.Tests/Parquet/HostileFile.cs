using Interlock.Core.Diagnostics;
using Interlock.Datasets.Parquet;
using Interlock.Datasets.Parquet.Bytes;
using Interlock.Datasets.Parquet.Columns;

namespace Interlock.Datasets.Tests.Parquet;

/// <summary>Reads everything of a file that may be damaged.</summary>
internal static class HostileFile
{
    private const int MostRows = 4_096;

    /// <summary>The error that stopped reading; null when the file was readable. Any other exception escapes.</summary>
    public static DiagnosticException? Read(byte[] bytes)
    {
        try
        {
            using ParquetFile file = ParquetFile.Open(new MemoryBytes("hostile.parquet", bytes));
            foreach (ParquetColumn column in file.Columns)
            {
                ReadColumn(file, column);
            }

            return null;
        }
        catch (DiagnosticException problem)
        {
            return problem;
        }
    }

    private static void ReadColumn(ParquetFile file, ParquetColumn column)
    {
        if (column.IsText)
        {
            using ColumnReader<string?> texts = file.Texts(column);
            texts.ReadAllRows();
            return;
        }

        using ColumnReader<double> first = file.Numbers(column);
        int width = Math.Max(1, first.FirstRowWidth());
        using ColumnReader<double> numbers = file.Numbers(column);
        numbers.ReadRows(
            new double[Math.Min(file.RowCount, MostRows) * Math.Min(width, ParquetLimits.RowWidth)],
            Math.Min(width, ParquetLimits.RowWidth));
        numbers.ExpectEnd();
    }
}
