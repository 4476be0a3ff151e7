using Interlock.Core.Diagnostics;

namespace Interlock.Datasets.Parquet.Footer;

/// <summary>Decodes the thrift structure FileMetaData of the format.</summary>
internal static class FooterReader
{
    public static FileFooter Read(ReadOnlySpan<byte> data)
    {
        ThriftReader reader = new(data, ParquetCodes.FooterDamaged);
        List<SchemaElement>? schema = null;
        List<RowGroup>? rowGroups = null;
        int field = 0;
        while (reader.NextField(ref field, out ThriftType type))
        {
            switch (field)
            {
                case 2:
                    schema = SchemaReader.Read(ref reader, type);
                    break;
                case 4:
                    rowGroups = ReadRowGroups(ref reader, type);
                    break;
                case 8:
                    throw ParquetFault.Of(ParquetCodes.Encrypted, "the columns are encrypted, which is not read here");
                default:
                    reader.Skip(type);
                    break;
            }
        }

        return new FileFooter(schema ?? throw Missing("schema"), rowGroups ?? throw Missing("list of row groups"));
    }

    private static List<RowGroup> ReadRowGroups(ref ThriftReader reader, ThriftType type)
    {
        int count = reader.ReadList(type, ThriftType.Structure);
        List<RowGroup> groups = [];
        for (int i = 0; i < count; i++)
        {
            groups.Add(ReadRowGroup(ref reader));
        }

        return groups;
    }

    private static RowGroup ReadRowGroup(ref ThriftReader reader)
    {
        List<ColumnChunk>? columns = null;
        long? rowCount = null;
        int field = 0;
        while (reader.NextField(ref field, out ThriftType type))
        {
            switch (field)
            {
                case 1:
                    columns = ReadColumns(ref reader, type);
                    break;
                case 3:
                    rowCount = reader.ReadInt64(type);
                    break;
                default:
                    reader.Skip(type);
                    break;
            }
        }

        return new RowGroup(
            rowCount ?? throw Missing("row count of a row group"),
            columns?.ToArray() ?? throw Missing("column list of a row group"));
    }

    private static List<ColumnChunk> ReadColumns(ref ThriftReader reader, ThriftType type)
    {
        int count = reader.ReadList(type, ThriftType.Structure);
        List<ColumnChunk> columns = [];
        for (int i = 0; i < count; i++)
        {
            columns.Add(ColumnChunkReader.Read(ref reader));
        }

        return columns;
    }

    private static DiagnosticException Missing(string what) => ParquetFault.Of(ParquetCodes.FooterDamaged, $"the footer has no {what}");
}
