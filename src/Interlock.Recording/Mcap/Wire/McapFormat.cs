namespace Interlock.Recording.Mcap.Wire;

/// <summary>Constants of the MCAP specification, major version 0.</summary>
internal static class McapFormat
{
    /// <summary>Opcode and content length, in bytes.</summary>
    public const int RecordHeadBytes = 1 + sizeof(ulong);

    /// <summary>Fields of a message before its data, in bytes.</summary>
    public const int MessageFieldsBytes = 2 + 4 + 8 + 8;

    /// <summary>Content of a footer, in bytes; the footer cannot be extended.</summary>
    public const int FooterContentBytes = 8 + 8 + 4;

    /// <summary>Fields of an uncompressed chunk before its records, in bytes: times, size, checksum, an empty compression name, length.</summary>
    public const int ChunkFieldsBytes = 8 + 8 + 8 + 4 + 4 + 8;

    /// <summary>Footer record and closing magic, in bytes.</summary>
    public const int TailBytes = RecordHeadBytes + FooterContentBytes + 8;

    /// <summary>Leading and closing bytes of every file; the sixth is the major version.</summary>
    public static ReadOnlySpan<byte> Magic => [0x89, (byte)'M', (byte)'C', (byte)'A', (byte)'P', (byte)'0', (byte)'\r', (byte)'\n'];
}
