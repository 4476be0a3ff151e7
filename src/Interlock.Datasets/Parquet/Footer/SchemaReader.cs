namespace Interlock.Datasets.Parquet.Footer;

/// <summary>Decodes the schema of the footer: its elements in depth-first order.</summary>
internal static class SchemaReader
{
    public static List<SchemaElement> Read(ref ThriftReader reader, ThriftType type)
    {
        int count = reader.ReadList(type, ThriftType.Structure);
        if (count > ParquetLimits.SchemaElements)
        {
            throw ParquetFault.Of(
                ParquetCodes.TooLarge,
                $"the schema has {count} elements; at most {ParquetLimits.SchemaElements} are read");
        }

        List<SchemaElement> elements = [];
        for (int i = 0; i < count; i++)
        {
            elements.Add(ReadElement(ref reader));
        }

        return elements;
    }

    private static SchemaElement ReadElement(ref ThriftReader reader)
    {
        SchemaElement element = new() { Name = "" };
        int field = 0;
        while (reader.NextField(ref field, out ThriftType type))
        {
            switch (field)
            {
                case 1:
                    element = element with { Type = (PhysicalType)reader.ReadInt32(type) };
                    break;
                case 2:
                    element = element with { TypeLength = reader.ReadInt32(type) };
                    break;
                case 3:
                    element = element with { Repetition = (Repetition)reader.ReadInt32(type) };
                    break;
                case 4:
                    element = element with { Name = reader.ReadText(type) };
                    break;
                case 5:
                    element = element with { ChildCount = reader.ReadInt32(type) };
                    break;
                case 6:
                    element = element with { ConvertedType = reader.ReadInt32(type) };
                    break;
                case 10:
                    element = element with { LogicalType = ReadUnionMember(ref reader, type) };
                    break;
                default:
                    reader.Skip(type);
                    break;
            }
        }

        return element;
    }

    private static int? ReadUnionMember(ref ThriftReader reader, ThriftType type)
    {
        reader.Expect(type, ThriftType.Structure);
        int? member = null;
        int field = 0;
        while (reader.NextField(ref field, out ThriftType inner))
        {
            member = field;
            reader.Skip(inner);
        }

        return member;
    }
}
