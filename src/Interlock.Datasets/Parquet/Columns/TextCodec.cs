using Interlock.Datasets.Parquet.Encodings;
using Interlock.Datasets.Parquet.Footer;

namespace Interlock.Datasets.Parquet.Columns;

/// <summary>Strings.</summary>
internal sealed class TextCodec(ParquetColumn column) : ValueCodec<string?>(column)
{
    private readonly ParquetColumn _column = column;

    public override string? Missing => null;

    protected override ValueDecoder<string?> Plain() => _column.Type switch
    {
        PhysicalType.ByteArray => new PlainTextDecoder(),
        PhysicalType.FixedLengthByteArray when _column.Element.TypeLength > 0 => new PlainFixedTextDecoder(_column.Element.TypeLength),
        _ => throw ParquetFault.Of(ParquetCodes.TypeNotRead, $"{_column.Type} values are not read as text here"),
    };
}
