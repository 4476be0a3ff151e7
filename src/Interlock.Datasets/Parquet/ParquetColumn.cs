using Interlock.Datasets.Parquet.Columns;
using Interlock.Datasets.Parquet.Footer;

namespace Interlock.Datasets.Parquet;

/// <summary>A leaf of the schema: the unit that is stored and read.</summary>
internal sealed record ParquetColumn
{
    /// <summary>Name of the top-level field that holds the leaf; slashes and dots are part of it.</summary>
    public required string Name { get; init; }

    /// <summary>Position among the leaves.</summary>
    public required int Index { get; init; }

    /// <summary>The schema node of the leaf.</summary>
    public required SchemaElement Element { get; init; }

    /// <summary>Repetition level of a value that continues the innermost list; 0 when the column has no list.</summary>
    public required int MaxRepetition { get; init; }

    /// <summary>Definition level of a value that is present.</summary>
    public required int MaxDefinition { get; init; }

    /// <summary>Definition level from which a slot is an element of the innermost list; 0 when the column has no list.</summary>
    public required int ElementDefinition { get; init; }

    public PhysicalType Type => Element.Type!.Value;

    /// <summary>True when the stored values are numbers in themselves, not decimals, dates or times.</summary>
    public bool IsNumber => NumberMeaning.PlainDecoderOf(Element) is not null;

    public bool IsText => Type is PhysicalType.ByteArray or PhysicalType.FixedLengthByteArray;
}
