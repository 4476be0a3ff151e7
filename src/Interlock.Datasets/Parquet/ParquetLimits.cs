namespace Interlock.Datasets.Parquet;

/// <summary>What a file may ask for before it is refused. All far above what dataset writers produce.</summary>
internal static class ParquetLimits
{
    /// <summary>Largest footer, in bytes. A LeRobot data file has about 10 KiB, an episode table about 100 KiB.</summary>
    public const int FooterBytes = 64 << 20;

    /// <summary>Largest page, compressed or not, in bytes. Writers aim at 1 MiB.</summary>
    public const int PageBytes = 256 << 20;

    /// <summary>Most values in a page. Writers aim at 20 000 rows.</summary>
    public const int PageValues = 1 << 26;

    /// <summary>Largest page header, in bytes; headers may carry the smallest and largest string of the page.</summary>
    public const int PageHeaderBytes = 1 << 20;

    /// <summary>Deepest nesting of schema groups and of thrift structures.</summary>
    public const int Depth = 32;

    /// <summary>Most schema elements; the widest real episode table has about 1 000.</summary>
    public const int SchemaElements = 1 << 16;

    /// <summary>Widest row of a list column.</summary>
    public const int RowWidth = 1 << 16;

    /// <summary>Most values in a table that is read at once (tasks, episodes).</summary>
    public const int TableValues = 1 << 22;
}
