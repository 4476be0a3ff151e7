using Interlock.Core.Diagnostics;
using Interlock.Datasets.Parquet.Bytes;
using Interlock.Datasets.Parquet.Footer;

namespace Interlock.Datasets.Parquet.Pages;

/// <summary>Decodes the thrift structure PageHeader.</summary>
internal static class PageHeaderReader
{
    /// <summary>Enough for headers without statistics; longer ones are read again with more bytes.</summary>
    private const int UsualLength = 4 << 10;

    /// <summary>Reads the header at the start of the window and consumes it.</summary>
    public static PageHeader Read(ByteWindow window)
    {
        for (int length = UsualLength; ; length *= 4)
        {
            ArraySegment<byte> bytes = window.Peek(length);
            try
            {
                ThriftReader reader = new(bytes, ParquetCodes.PageHeaderDamaged);
                PageHeader header = Read(ref reader);
                window.Consume(reader.Position);
                return header;
            }
            catch (DiagnosticException) when (bytes.Count == length && length < ParquetLimits.PageHeaderBytes)
            {
                // The header may simply be longer than what was looked at.
            }
        }
    }

    private static PageHeader Read(ref ThriftReader reader)
    {
        PageHeader header = new() { Kind = (PageKind)(-1), UncompressedLength = -1, CompressedLength = -1 };
        int field = 0;
        while (reader.NextField(ref field, out ThriftType type))
        {
            header = field switch
            {
                1 => header with { Kind = (PageKind)reader.ReadInt32(type) },
                2 => header with { UncompressedLength = reader.ReadInt32(type) },
                3 => header with { CompressedLength = reader.ReadInt32(type) },
                5 => ReadDataV1(ref reader, type, header),
                7 => ReadDictionary(ref reader, type, header),
                8 => ReadDataV2(ref reader, type, header),
                _ => Skip(ref reader, type, header),
            };
        }

        return header;
    }

    private static PageHeader ReadDataV1(ref ThriftReader reader, ThriftType structure, PageHeader header)
    {
        reader.Expect(structure, ThriftType.Structure);
        int field = 0;
        while (reader.NextField(ref field, out ThriftType type))
        {
            header = field switch
            {
                1 => header with { ValueCount = reader.ReadInt32(type) },
                2 => header with { Encoding = (ValueEncoding)reader.ReadInt32(type) },
                3 => header with { DefinitionEncoding = (ValueEncoding)reader.ReadInt32(type) },
                4 => header with { RepetitionEncoding = (ValueEncoding)reader.ReadInt32(type) },
                _ => Skip(ref reader, type, header),
            };
        }

        return header;
    }

    private static PageHeader ReadDictionary(ref ThriftReader reader, ThriftType structure, PageHeader header)
    {
        reader.Expect(structure, ThriftType.Structure);
        int field = 0;
        while (reader.NextField(ref field, out ThriftType type))
        {
            header = field switch
            {
                1 => header with { ValueCount = reader.ReadInt32(type) },
                2 => header with { Encoding = (ValueEncoding)reader.ReadInt32(type) },
                _ => Skip(ref reader, type, header),
            };
        }

        return header;
    }

    private static PageHeader ReadDataV2(ref ThriftReader reader, ThriftType structure, PageHeader header)
    {
        reader.Expect(structure, ThriftType.Structure);
        int field = 0;
        while (reader.NextField(ref field, out ThriftType type))
        {
            header = field switch
            {
                1 => header with { ValueCount = reader.ReadInt32(type) },
                4 => header with { Encoding = (ValueEncoding)reader.ReadInt32(type) },
                5 => header with { DefinitionLength = reader.ReadInt32(type) },
                6 => header with { RepetitionLength = reader.ReadInt32(type) },
                7 => header with { IsCompressed = reader.ReadBoolean(type) },
                _ => Skip(ref reader, type, header),
            };
        }

        return header;
    }

    private static PageHeader Skip(ref ThriftReader reader, ThriftType type, PageHeader header)
    {
        reader.Skip(type);
        return header;
    }
}
