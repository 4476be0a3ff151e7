using System.Buffers.Binary;

namespace Interlock.Recording.Mcap.Wire;

/// <summary>CRC-32 of ISO-HDLC (polynomial 0xEDB88320 reflected), eight bytes at a step; allocates nothing.</summary>
internal static class Crc32
{
    private const uint Polynomial = 0xEDB88320;
    private const int Tables = 8;
    private const int Entries = 256;

    private static readonly uint[] Table = BuildTable();

    public static uint Of(ReadOnlySpan<byte> bytes) => Append(0, bytes);

    /// <summary>Checksum of what gave <paramref name="crc"/> followed by <paramref name="bytes"/>; nothing gave 0.</summary>
    public static uint Append(uint crc, ReadOnlySpan<byte> bytes)
    {
        uint[] table = Table;
        uint state = ~crc;
        while (bytes.Length >= Tables)
        {
            uint low = BinaryPrimitives.ReadUInt32LittleEndian(bytes) ^ state;
            uint high = BinaryPrimitives.ReadUInt32LittleEndian(bytes[4..]);
            state = table[(7 * Entries) + (low & 0xFF)] ^ table[(6 * Entries) + ((low >> 8) & 0xFF)]
                ^ table[(5 * Entries) + ((low >> 16) & 0xFF)] ^ table[(4 * Entries) + (low >> 24)]
                ^ table[(3 * Entries) + (high & 0xFF)] ^ table[(2 * Entries) + ((high >> 8) & 0xFF)]
                ^ table[Entries + ((high >> 16) & 0xFF)] ^ table[high >> 24];
            bytes = bytes[Tables..];
        }

        foreach (byte value in bytes)
        {
            state = (state >> 8) ^ table[(state ^ value) & 0xFF];
        }

        return ~state;
    }

    private static uint[] BuildTable()
    {
        uint[] table = new uint[Tables * Entries];
        for (uint i = 0; i < Entries; i++)
        {
            uint value = i;
            for (int bit = 0; bit < 8; bit++)
            {
                value = (value & 1) == 0 ? value >> 1 : (value >> 1) ^ Polynomial;
            }

            table[i] = value;
        }

        for (int i = Entries; i < table.Length; i++)
        {
            uint before = table[i - Entries];
            table[i] = (before >> 8) ^ table[before & 0xFF];
        }

        return table;
    }
}
