using System.Buffers.Binary;
using System.Numerics;

namespace Interlock.Datasets.TfRecord;

/// <summary>
/// CRC-32C (Castagnoli), rotated and offset so that checksums of data that contain checksums stay good. Source: TensorFlow
/// lib/hash/crc32c.h.
/// </summary>
internal static class MaskedCrc32C
{
    private const uint MaskDelta = 0xA282EAD8;
    private const int MaskRotation = 15;

    public static uint Of(ReadOnlySpan<byte> bytes) => BitOperations.RotateRight(Plain(bytes), MaskRotation) + MaskDelta;

    private static uint Plain(ReadOnlySpan<byte> bytes)
    {
        uint crc = uint.MaxValue;
        while (bytes.Length >= sizeof(ulong))
        {
            crc = BitOperations.Crc32C(crc, BinaryPrimitives.ReadUInt64LittleEndian(bytes));
            bytes = bytes[sizeof(ulong)..];
        }

        foreach (byte value in bytes)
        {
            crc = BitOperations.Crc32C(crc, value);
        }

        return ~crc;
    }
}
