namespace Interlock.Datasets.Parquet.Footer;

/// <summary>Names as the format writes them, for messages.</summary>
internal static class EncodingName
{
    public const string Advice = "write the file again with pyarrow.parquet.write_table(table, path, compression='snappy')";

    public static string Of(ValueEncoding encoding) => encoding switch
    {
        ValueEncoding.Plain => "PLAIN",
        ValueEncoding.PlainDictionary => "PLAIN_DICTIONARY",
        ValueEncoding.Rle => "RLE",
        ValueEncoding.BitPacked => "BIT_PACKED",
        ValueEncoding.DeltaBinaryPacked => "DELTA_BINARY_PACKED",
        ValueEncoding.DeltaLengthByteArray => "DELTA_LENGTH_BYTE_ARRAY",
        ValueEncoding.DeltaByteArray => "DELTA_BYTE_ARRAY",
        ValueEncoding.RleDictionary => "RLE_DICTIONARY",
        ValueEncoding.ByteStreamSplit => "BYTE_STREAM_SPLIT",
        _ => $"encoding {(int)encoding}",
    };

    public static string Of(Codec codec) => codec switch
    {
        Codec.Lzo => "LZO",
        Codec.Lz4 => "LZ4",
        Codec.Zstd => "ZSTD",
        Codec.Lz4Raw => "LZ4_RAW",
        _ => Enum.IsDefined(codec) ? codec.ToString().ToUpperInvariant() : $"codec {(int)codec}",
    };
}
