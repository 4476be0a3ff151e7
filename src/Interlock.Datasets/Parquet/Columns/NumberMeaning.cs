using Interlock.Datasets.Parquet.Encodings;
using Interlock.Datasets.Parquet.Footer;

namespace Interlock.Datasets.Parquet.Columns;

/// <summary>
/// What stored numbers mean. Decimals, dates and times are refused: their stored integers are not the value in any unit that is asked for.
/// </summary>
internal static class NumberMeaning
{
    private const int ConvertedUInt32 = 13;
    private const int ConvertedUInt64 = 14;
    private const int LogicalFloat16 = 15;

    // UINT_8 to INT_64 of the older annotation, INTEGER of the newer one.
    private const int FirstConvertedInteger = 11;
    private const int LastConvertedInteger = 18;
    private const int LogicalInteger = 10;

    public static ValueDecoder<double>? PlainDecoderOf(SchemaElement element) => element.Type switch
    {
        PhysicalType.Boolean => new PlainBooleanDecoder(),
        PhysicalType.Float => new PlainNumberDecoder<float>(NumberWidening.Floats),
        PhysicalType.Double => new PlainNumberDecoder<double>(NumberWidening.Doubles),
        PhysicalType.Int32 when element.ConvertedType == ConvertedUInt32 => new PlainNumberDecoder<uint>(NumberWidening.UInt32),
        PhysicalType.Int64 when element.ConvertedType == ConvertedUInt64 => new PlainNumberDecoder<ulong>(NumberWidening.UInt64),
        PhysicalType.Int32 when IsInteger(element) => new PlainNumberDecoder<int>(NumberWidening.Int32),
        PhysicalType.Int64 when IsInteger(element) => new PlainNumberDecoder<long>(NumberWidening.Int64),
        PhysicalType.FixedLengthByteArray when IsHalf(element) => new PlainNumberDecoder<Half>(NumberWidening.Halves),
        _ => null,
    };

    public static bool IsUnsigned(SchemaElement element) => element.ConvertedType is ConvertedUInt32 or ConvertedUInt64;

    public static string NameOf(SchemaElement element) => element switch
    {
        { ConvertedType: { } converted } => $"{element.Type} (annotation {converted})",
        { LogicalType: { } logical } => $"{element.Type} (logical type {logical})",
        _ => $"{element.Type}",
    };

    private static bool IsInteger(SchemaElement element) =>
        element.ConvertedType is null or (>= FirstConvertedInteger and <= LastConvertedInteger)
        && element.LogicalType is null or LogicalInteger;

    private static bool IsHalf(SchemaElement element) => element.LogicalType == LogicalFloat16 && element.TypeLength == 2;
}
