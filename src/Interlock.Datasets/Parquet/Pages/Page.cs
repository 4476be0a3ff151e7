using Interlock.Datasets.Parquet.Footer;

namespace Interlock.Datasets.Parquet.Pages;

/// <summary>A decompressed page, valid until the next one is read.</summary>
/// <param name="RowGroup">The row group it belongs to.</param>
/// <param name="IsDictionary">True for the dictionary of the chunk.</param>
/// <param name="SlotCount">Slots of a data page, nulls included; entries of a dictionary.</param>
/// <param name="Encoding">How the values are written.</param>
/// <param name="Repetition">RLE repetition levels; empty when the column has no list.</param>
/// <param name="Definition">RLE definition levels; empty when the column is never absent.</param>
/// <param name="Values">The encoded values.</param>
internal readonly record struct Page(
    int RowGroup,
    bool IsDictionary,
    int SlotCount,
    ValueEncoding Encoding,
    ArraySegment<byte> Repetition,
    ArraySegment<byte> Definition,
    ArraySegment<byte> Values);
