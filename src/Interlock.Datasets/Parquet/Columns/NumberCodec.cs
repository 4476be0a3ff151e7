using Interlock.Datasets.Parquet.Encodings;
using Interlock.Datasets.Parquet.Footer;

namespace Interlock.Datasets.Parquet.Columns;

/// <summary>Numbers of every stored type as doubles.</summary>
internal sealed class NumberCodec : ValueCodec<double>
{
    private readonly PhysicalType _type;
    private readonly bool _isUnsigned;
    private readonly ValueDecoder<double> _plain;

    public NumberCodec(ParquetColumn column)
        : base(column)
    {
        _type = column.Type;
        _isUnsigned = NumberMeaning.IsUnsigned(column.Element);
        _plain = NumberMeaning.PlainDecoderOf(column.Element)
            ?? throw ParquetFault.Of(
                ParquetCodes.TypeNotRead,
                $"{NumberMeaning.NameOf(column.Element)} values are not read as numbers here");
    }

    public override double Missing => double.NaN;

    protected override ValueDecoder<double> Plain() => _plain;

    protected override ValueDecoder<double>? Other(ValueEncoding encoding) => (encoding, _type) switch
    {
        (ValueEncoding.Rle, PhysicalType.Boolean) => new RleBooleanDecoder(),
        (ValueEncoding.DeltaBinaryPacked, PhysicalType.Int32) when !_isUnsigned => new DeltaBinaryPackedDecoder(is32Bit: true),
        (ValueEncoding.DeltaBinaryPacked, PhysicalType.Int64) when !_isUnsigned => new DeltaBinaryPackedDecoder(is32Bit: false),
        _ => null,
    };
}
