namespace Interlock.Datasets.Parquet.Footer;

/// <summary>Passes over values that are not needed, to a bounded depth.</summary>
internal static class ThriftSkipper
{
    public static void Skip(ref ThriftReader reader, ThriftType type, int depth)
    {
        if (depth > ParquetLimits.Depth)
        {
            throw reader.Damage($"structures are nested deeper than {ParquetLimits.Depth}");
        }

        switch (type)
        {
            case ThriftType.True or ThriftType.False:
                break;
            case ThriftType.Byte:
                reader.Advance(sizeof(byte));
                break;
            case ThriftType.Int16 or ThriftType.Int32 or ThriftType.Int64:
                reader.ReadZigZag();
                break;
            case ThriftType.Double:
                reader.Advance(sizeof(double));
                break;
            case ThriftType.Binary:
                reader.Advance(reader.ReadLength());
                break;
            case ThriftType.List or ThriftType.Set:
                SkipElements(ref reader, depth);
                break;
            case ThriftType.Map:
                SkipMap(ref reader, depth);
                break;
            case ThriftType.Structure:
                SkipStructure(ref reader, depth);
                break;
            default:
                throw reader.Damage($"thrift type {(int)type} does not exist");
        }
    }

    private static void SkipElements(ref ThriftReader reader, int depth)
    {
        int count = reader.ReadListHeader(out ThriftType element);
        for (int i = 0; i < count; i++)
        {
            SkipElement(ref reader, element, depth);
        }
    }

    private static void SkipElement(ref ThriftReader reader, ThriftType element, int depth)
    {
        // Outside a field header a boolean takes a byte of its own.
        if (element is ThriftType.True or ThriftType.False)
        {
            reader.Advance(sizeof(byte));
        }
        else
        {
            Skip(ref reader, element, depth + 1);
        }
    }

    private static void SkipMap(ref ThriftReader reader, int depth)
    {
        int count = reader.ReadLength();
        if (count == 0)
        {
            return;
        }

        byte types = reader.ReadByte();
        for (int i = 0; i < count; i++)
        {
            SkipElement(ref reader, (ThriftType)(types >> 4), depth);
            SkipElement(ref reader, (ThriftType)(types & 0x0F), depth);
        }
    }

    private static void SkipStructure(ref ThriftReader reader, int depth)
    {
        int field = 0;
        while (reader.NextField(ref field, out ThriftType type))
        {
            Skip(ref reader, type, depth + 1);
        }
    }
}
