using Interlock.Datasets.Parquet.Footer;

namespace Interlock.Datasets.Parquet.Columns;

/// <summary>Compares the rows found in a column with those that the footer announces, row group by row group.</summary>
internal sealed class RowTally(IReadOnlyList<RowGroup> groups)
{
    private int _group = -1;
    private long _announced;

    /// <summary>Rows that were begun.</summary>
    public long Read { get; set; }

    /// <summary>The row group under way; 0 before the first.</summary>
    public int Group => Math.Max(_group, 0);

    public bool IsIn(int group) => _group == group;

    /// <summary>Row groups without values have no pages, so several may be passed at once.</summary>
    public void Enter(int group)
    {
        for (; _group < group; _group++)
        {
            _announced += _group < 0 ? 0 : groups[_group].RowCount;
        }
    }

    /// <summary>At the border of a row group: refuses rows that are missing, too many, or cut in two.</summary>
    public void Require(bool atRowStart)
    {
        if (Read != _announced || !atRowStart)
        {
            throw ParquetFault.Of(
                ParquetCodes.RowCountDiffers, $"{Read} rows were found where the footer announces {_announced}");
        }
    }
}
