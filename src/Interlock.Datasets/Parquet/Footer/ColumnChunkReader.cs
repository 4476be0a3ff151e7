namespace Interlock.Datasets.Parquet.Footer;

/// <summary>Decodes the thrift structures ColumnChunk and ColumnMetaData.</summary>
internal static class ColumnChunkReader
{
    public static ColumnChunk Read(ref ThriftReader reader)
    {
        ColumnChunk? chunk = null;
        int field = 0;
        while (reader.NextField(ref field, out ThriftType type))
        {
            switch (field)
            {
                case 1:
                    throw ParquetFault.Of(
                        ParquetCodes.FooterDamaged,
                        $"the values lie in another file ('{reader.ReadText(type)}'), which is not read here");
                case 3:
                    reader.Expect(type, ThriftType.Structure);
                    chunk = ReadMetadata(ref reader);
                    break;
                case 8 or 9:
                    throw ParquetFault.Of(ParquetCodes.Encrypted, "the columns are encrypted, which is not read here");
                default:
                    reader.Skip(type);
                    break;
            }
        }

        return chunk ?? throw ParquetFault.Of(ParquetCodes.FooterDamaged, "a column chunk has no metadata");
    }

    private static ColumnChunk ReadMetadata(ref ThriftReader reader)
    {
        ColumnChunk chunk = new((PhysicalType)(-1), (Codec)(-1), -1, -1, -1);
        long dictionaryStart = 0;
        int field = 0;
        while (reader.NextField(ref field, out ThriftType type))
        {
            switch (field)
            {
                case 1:
                    chunk = chunk with { Type = (PhysicalType)reader.ReadInt32(type) };
                    break;
                case 4:
                    chunk = chunk with { Codec = (Codec)reader.ReadInt32(type) };
                    break;
                case 5:
                    chunk = chunk with { ValueCount = reader.ReadInt64(type) };
                    break;
                case 7:
                    chunk = chunk with { Length = reader.ReadInt64(type) };
                    break;
                case 9:
                    chunk = chunk with { Start = reader.ReadInt64(type) };
                    break;
                case 11:
                    dictionaryStart = reader.ReadInt64(type);
                    break;
                default:
                    reader.Skip(type);
                    break;
            }
        }

        // Some writers leave the dictionary offset at 0 although the field is set.
        return dictionaryStart > 0 && dictionaryStart < chunk.Start ? chunk with { Start = dictionaryStart } : chunk;
    }
}
