using System.IO.Compression;
using Interlock.Datasets.Parquet.Footer;
using Interlock.Datasets.Parquet.Pages;

namespace Interlock.Datasets.Tests.Parquet.Writing;

/// <summary>Writes the pages of one column chunk.</summary>
internal sealed class PageWriter(Stream file, WriteOptions options)
{
    public void WriteDictionary(TestDictionary dictionary)
    {
        byte[] plain = ValueEncoder.Plain(dictionary.Entries);
        byte[] stored = Compress(plain, options.Codec);
        ThriftWriter header = Header(PageKind.Dictionary, plain.Length, stored.Length);
        header.Begin(7).Int32(1, dictionary.Count).Int32(2, (int)ValueEncoding.Plain).End().End();
        file.Write(header.ToArray());
        file.Write(stored);
    }

    public void WriteData(TestColumn page, ValueEncoding encoding, byte[] values)
    {
        byte[] repetition = page.ListDepth > 0 ? LevelEncoder.Encode(page.Repetition, LevelEncoder.WidthOf(page.ListDepth)) : [];
        byte[] definition = page.MaxDefinition > 0 ? LevelEncoder.Encode(page.Definition, LevelEncoder.WidthOf(page.MaxDefinition)) : [];
        if (options.PageVersion == 2)
        {
            WriteV2(page, encoding, repetition, definition, values);
        }
        else
        {
            WriteV1(page, encoding, repetition, definition, values);
        }
    }

    public static byte[] Compress(byte[] bytes, Codec codec)
    {
        switch (codec)
        {
            case Codec.Uncompressed:
                return bytes;
            case Codec.Snappy:
                return SnappyEncoder.Encode(bytes);
            case Codec.Gzip:
            case Codec.Brotli:
                MemoryStream packed = new();
                using (Stream stream = codec == Codec.Gzip ? new GZipStream(packed, CompressionLevel.Fastest) : new BrotliStream(packed, CompressionLevel.Fastest))
                {
                    stream.Write(bytes);
                }

                return packed.ToArray();
            default:
                throw new ArgumentException($"{codec} is not written");
        }
    }

    private void WriteV1(TestColumn page, ValueEncoding encoding, byte[] repetition, byte[] definition, byte[] values)
    {
        byte[] body =
        [
            .. page.ListDepth > 0 ? ValueEncoder.Prefixed(repetition) : [],
            .. page.MaxDefinition > 0 ? ValueEncoder.Prefixed(definition) : [],
            .. values,
        ];
        byte[] stored = Compress(body, options.Codec);
        ThriftWriter header = Header(PageKind.DataV1, body.Length, stored.Length);
        header.Begin(5).Int32(1, page.SlotCount).Int32(2, (int)encoding).Int32(3, (int)ValueEncoding.Rle).Int32(4, (int)ValueEncoding.Rle).End().End();
        file.Write(header.ToArray());
        file.Write(stored);
    }

    private void WriteV2(TestColumn page, ValueEncoding encoding, byte[] repetition, byte[] definition, byte[] values)
    {
        byte[] packed = Compress(values, options.Codec);
        bool isCompressed = packed.Length < values.Length;
        byte[] stored = isCompressed ? packed : values;
        int levels = repetition.Length + definition.Length;
        ThriftWriter header = Header(PageKind.DataV2, levels + values.Length, levels + stored.Length);
        header.Begin(8).Int32(1, page.SlotCount).Int32(2, page.SlotCount - page.Numbers.Length - page.Texts.Length).Int32(3, page.RowCount)
            .Int32(4, (int)encoding).Int32(5, definition.Length).Int32(6, repetition.Length).Boolean(7, isCompressed).End().End();
        file.Write(header.ToArray());
        file.Write(repetition);
        file.Write(definition);
        file.Write(stored);
    }

    private static ThriftWriter Header(PageKind kind, int uncompressed, int compressed) =>
        new ThriftWriter().Begin().Int32(1, (int)kind).Int32(2, uncompressed).Int32(3, compressed);
}
