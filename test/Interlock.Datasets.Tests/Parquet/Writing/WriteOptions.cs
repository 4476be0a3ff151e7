using Interlock.Datasets.Parquet.Footer;

namespace Interlock.Datasets.Tests.Parquet.Writing;

/// <summary>How a test file is laid out.</summary>
internal sealed record WriteOptions
{
    public int PageVersion { get; init; } = 1;

    public Codec Codec { get; init; } = Codec.Uncompressed;

    /// <summary>Encoding of values where the column's type allows it, else PLAIN.</summary>
    public ValueEncoding Encoding { get; init; } = ValueEncoding.Plain;

    public int RowsPerGroup { get; init; } = int.MaxValue;

    /// <summary>Slots of a page; pages may begin in the middle of a row, as version 1 allows.</summary>
    public int SlotsPerPage { get; init; } = 20_000;

    /// <summary>Written into the footer in place of the true codec; null for the true one.</summary>
    public Codec? ClaimedCodec { get; init; }
}
