using Interlock.Datasets.Writing.Tables;

namespace Interlock.Datasets.Writing.Parquet;

/// <summary>Some rows of a column.</summary>
internal static class ColumnSlice
{
    public static TableColumn Rows(TableColumn column, int first, int count)
    {
        int start = column.ListLengths is { } lengths ? lengths.AsSpan(0, first).Sum() : first;
        int values = column.ListLengths is { } all ? all.AsSpan(first, count).Sum() : count;
        return column with
        {
            ListLengths = column.ListLengths?[first..(first + count)],
            Numbers = column.IsText ? [] : column.Numbers[start..(start + values)],
            Texts = column.IsText ? column.Texts[start..(start + values)] : [],
        };
    }

    private static int Sum(this Span<int> lengths)
    {
        int sum = 0;
        foreach (int length in lengths)
        {
            sum += length;
        }

        return sum;
    }
}
