namespace Interlock.Datasets.Parquet.Footer;

/// <summary>Where the values of one column lie in one row group.</summary>
/// <param name="Type">How values are stored.</param>
/// <param name="Codec">Compression of the pages.</param>
/// <param name="ValueCount">Slots in all data pages, nulls included.</param>
/// <param name="Start">Offset of the first page.</param>
/// <param name="Length">Bytes of all pages with their headers.</param>
internal readonly record struct ColumnChunk(PhysicalType Type, Codec Codec, long ValueCount, long Start, long Length);
