namespace Interlock.Datasets.Parquet.Footer;

/// <summary>One node of the schema as it lies in the footer, parents before children.</summary>
internal sealed record SchemaElement
{
    public required string Name { get; init; }

    /// <summary>Null for groups.</summary>
    public PhysicalType? Type { get; init; }

    /// <summary>Bytes of a FIXED_LEN_BYTE_ARRAY.</summary>
    public int TypeLength { get; init; }

    public Repetition Repetition { get; init; }

    public int ChildCount { get; init; }

    /// <summary>The older annotation of what the value means; null when absent.</summary>
    public int? ConvertedType { get; init; }

    /// <summary>Field number of the newer annotation of what the value means; null when absent.</summary>
    public int? LogicalType { get; init; }
}
