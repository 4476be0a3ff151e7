using Interlock.Datasets.Parquet.Footer;

namespace Interlock.Datasets.Tests.Parquet.Writing;

/// <summary>Writes small, valid Parquet files with every layout that the reader knows.</summary>
internal static class ParquetTestFile
{
    public static byte[] Write(WriteOptions options, params TestColumn[] columns)
    {
        using MemoryStream file = new();
        file.Write("PAR1"u8);
        int rows = columns[0].RowCount;
        List<WrittenGroup> groups = [];
        for (int start = 0; start < rows || groups.Count == 0; start += groups[^1].RowCount)
        {
            int count = Math.Min(options.RowsPerGroup, rows - start);
            groups.Add(
                new WrittenGroup(
                    count,
                    [.. columns.Select(column => WriteChunk(file, options, rows == count ? column : column.Slice(start, count)))]));
        }

        byte[] footer = FooterWriter.Write(options, columns, groups);
        file.Write(footer);
        file.Write(BitConverter.GetBytes(footer.Length));
        file.Write("PAR1"u8);
        return file.ToArray();
    }

    private static WrittenChunk WriteChunk(MemoryStream file, WriteOptions options, TestColumn chunk)
    {
        long start = file.Position;
        PageWriter writer = new(file, options);
        ValueEncoding encoding = EncodingOf(options, chunk);
        TestDictionary? dictionary = encoding is ValueEncoding.RleDictionary or ValueEncoding.PlainDictionary
            ? new TestDictionary(chunk)
            : null;
        if (dictionary is not null)
        {
            writer.WriteDictionary(dictionary);
        }

        long dataStart = file.Position;
        for (int slot = 0; slot < chunk.SlotCount; slot += options.SlotsPerPage)
        {
            TestColumn page = chunk.SlotCount <= options.SlotsPerPage
                ? chunk
                : chunk.SliceSlots(slot, Math.Min(options.SlotsPerPage, chunk.SlotCount - slot));
            writer.WriteData(page, encoding, Encode(page, encoding, dictionary));
        }

        return new WrittenChunk(chunk, start, dataStart, file.Position - start);
    }

    private static byte[] Encode(TestColumn page, ValueEncoding encoding, TestDictionary? dictionary) => encoding switch
    {
        ValueEncoding.RleDictionary or ValueEncoding.PlainDictionary => ValueEncoder.Indices(page, dictionary!),
        ValueEncoding.DeltaBinaryPacked => ValueEncoder.Delta(page),
        ValueEncoding.Rle => ValueEncoder.RleBooleans(page),
        _ => ValueEncoder.Plain(page),
    };

    private static ValueEncoding EncodingOf(WriteOptions options, TestColumn column) => (options.Encoding, column.Type) switch
    {
        (ValueEncoding.RleDictionary or ValueEncoding.PlainDictionary, not PhysicalType.Boolean) => options.Encoding,
        (ValueEncoding.DeltaBinaryPacked, PhysicalType.Int32 or PhysicalType.Int64) => options.Encoding,
        (ValueEncoding.Rle, PhysicalType.Boolean) => options.Encoding,
        _ => ValueEncoding.Plain,
    };
}
