using System.Buffers.Binary;

namespace Interlock.Dashboard.Tests.Series;

/// <summary>Changes numbers of an MCAP file at places that its records give, and takes every checksum out, so that nothing but sense is left to notice it.</summary>
internal sealed class McapSurgeon
{
    public const byte Chunk = 0x06;
    public const byte ChunkIndex = 0x08;
    public const byte Attachment = 0x09;
    public const byte AttachmentIndex = 0x0A;
    public const byte Statistics = 0x0B;
    public const byte Metadata = 0x0C;
    public const byte MetadataIndex = 0x0D;
    public const byte Footer = 0x02;
    private const byte DataEnd = 0x0F;
    private const int MagicBytes = 8;
    private const int HeadBytes = 9;
    private const int ChunkChecksum = 24;
    private const int FooterChecksum = 16;
    private const int ChecksumBytes = 4;

    private readonly List<(byte Opcode, int Content, int Length)> _records = [];

    public McapSurgeon(byte[] file)
    {
        Bytes = [.. file];
        for (int at = MagicBytes; at < Bytes.Length - MagicBytes;)
        {
            int length = (int)BinaryPrimitives.ReadUInt64LittleEndian(Bytes.AsSpan(at + 1));
            _records.Add((Bytes[at], at + HeadBytes, length));
            at += HeadBytes + length;
        }

        foreach ((byte opcode, int content, int length) in _records)
        {
            int? checksum = opcode switch { Chunk => ChunkChecksum, DataEnd => 0, Footer => FooterChecksum, Attachment => length - ChecksumBytes, _ => null };
            if (checksum is { } place)
            {
                Bytes.AsSpan(content + place, ChecksumBytes).Clear();
            }
        }
    }

    /// <summary>The file as it is now.</summary>
    public byte[] Bytes { get; }

    /// <summary>Number <paramref name="place"/> bytes into the content of a record; a negative place is before it, where its length stands.</summary>
    public ulong Read(byte opcode, int number, int place) => BinaryPrimitives.ReadUInt64LittleEndian(Bytes.AsSpan(Place(opcode, number, place)));

    public McapSurgeon Write(byte opcode, int number, int place, ulong value)
    {
        BinaryPrimitives.WriteUInt64LittleEndian(Bytes.AsSpan(Place(opcode, number, place)), value);
        return this;
    }

    public McapSurgeon Write(byte opcode, int number, int place, uint value)
    {
        BinaryPrimitives.WriteUInt32LittleEndian(Bytes.AsSpan(Place(opcode, number, place)), value);
        return this;
    }

    private int Place(byte opcode, int number, int place) => _records.Where(record => record.Opcode == opcode).ElementAt(number).Content + place;
}
