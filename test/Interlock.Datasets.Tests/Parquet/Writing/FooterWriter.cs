using Interlock.Datasets.Parquet.Footer;

namespace Interlock.Datasets.Tests.Parquet.Writing;

/// <summary>Writes FileMetaData.</summary>
internal static class FooterWriter
{
    public static byte[] Write(WriteOptions options, TestColumn[] columns, List<WrittenGroup> groups)
    {
        ThriftWriter writer = new();
        writer.Begin().Int32(1, 2);
        WriteSchema(writer, columns);
        writer.Int64(3, groups.Sum(group => (long)group.RowCount));
        writer.List(4, ThriftType.Structure, groups.Count);
        foreach (WrittenGroup group in groups)
        {
            WriteGroup(writer, options, group);
        }

        writer.Text(6, "interlock tests");
        return writer.End().ToArray();
    }

    private static void WriteSchema(ThriftWriter writer, TestColumn[] columns)
    {
        writer.List(2, ThriftType.Structure, 1 + columns.Sum(column => 1 + (2 * column.ListDepth)));
        writer.Begin().Text(4, "schema").Int32(5, columns.Length).End();
        foreach (TestColumn column in columns)
        {
            string name = column.Name;
            for (int depth = 0; depth < column.ListDepth; depth++)
            {
                writer.Begin().Int32(3, (int)Repetition.Optional).Text(4, name).Int32(5, 1).Int32(6, 3).End();
                writer.Begin().Int32(3, (int)Repetition.Repeated).Text(4, "list").Int32(5, 1).End();
                name = "element";
            }

            WriteLeaf(writer, column, name);
        }
    }

    private static void WriteLeaf(ThriftWriter writer, TestColumn column, string name)
    {
        writer.Begin().Int32(1, (int)column.Type);
        if (column.TypeLength > 0)
        {
            writer.Int32(2, column.TypeLength);
        }

        writer.Int32(3, (int)(column.IsRequired ? Repetition.Required : Repetition.Optional)).Text(4, name);
        if (column.ConvertedType is { } converted)
        {
            writer.Int32(6, converted);
        }

        writer.End();
    }

    private static void WriteGroup(ThriftWriter writer, WriteOptions options, WrittenGroup group)
    {
        writer.Begin().List(1, ThriftType.Structure, group.Chunks.Length);
        foreach (WrittenChunk chunk in group.Chunks)
        {
            writer.Begin().Int64(2, chunk.Start);
            WriteMetadata(writer, options, chunk);
            writer.End();
        }

        writer.Int64(2, group.Chunks.Sum(chunk => chunk.Length)).Int64(3, group.RowCount).End();
    }

    private static void WriteMetadata(ThriftWriter writer, WriteOptions options, WrittenChunk chunk)
    {
        writer.Begin(3).Int32(1, (int)chunk.Column.Type).Int32List(2, 0, 3, 8).TextList(3, chunk.Column.Name)
            .Int32(4, (int)(options.ClaimedCodec ?? options.Codec)).Int64(5, chunk.Column.SlotCount)
            .Int64(6, chunk.Length).Int64(7, chunk.Length).Int64(9, chunk.DataStart);
        if (chunk.DataStart > chunk.Start)
        {
            writer.Int64(11, chunk.Start);
        }

        writer.End();
    }
}
