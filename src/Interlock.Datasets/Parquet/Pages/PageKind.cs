namespace Interlock.Datasets.Parquet.Pages;

/// <summary>Kinds of pages; numbers as in the format.</summary>
internal enum PageKind
{
    DataV1 = 0,
    Index = 1,
    Dictionary = 2,
    DataV2 = 3,
}
