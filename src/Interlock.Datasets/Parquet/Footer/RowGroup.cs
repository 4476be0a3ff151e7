namespace Interlock.Datasets.Parquet.Footer;

/// <summary>A horizontal slice of the file.</summary>
/// <param name="RowCount">Rows.</param>
/// <param name="Columns">One chunk per leaf of the schema, in schema order.</param>
internal sealed record RowGroup(long RowCount, ColumnChunk[] Columns);
