using Interlock.Datasets.Parquet.Footer;

namespace Interlock.Datasets.Parquet.Pages;

/// <summary>What precedes the bytes of a page.</summary>
internal sealed record PageHeader
{
    public required PageKind Kind { get; init; }

    /// <summary>Bytes of the page once decompressed, levels included.</summary>
    public required int UncompressedLength { get; init; }

    /// <summary>Bytes of the page in the file, levels included.</summary>
    public required int CompressedLength { get; init; }

    /// <summary>Slots of a data page (nulls included) or entries of a dictionary.</summary>
    public int ValueCount { get; init; }

    public ValueEncoding Encoding { get; init; }

    public ValueEncoding DefinitionEncoding { get; init; } = ValueEncoding.Rle;

    public ValueEncoding RepetitionEncoding { get; init; } = ValueEncoding.Rle;

    /// <summary>Bytes of the definition levels of a version 2 page.</summary>
    public int DefinitionLength { get; init; }

    /// <summary>Bytes of the repetition levels of a version 2 page.</summary>
    public int RepetitionLength { get; init; }

    /// <summary>False when the values of a version 2 page are stored as they are, whatever the codec.</summary>
    public bool IsCompressed { get; init; } = true;
}
