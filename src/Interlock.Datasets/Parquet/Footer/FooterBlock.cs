using System.Buffers.Binary;
using Interlock.Core.Diagnostics;
using Interlock.Datasets.Parquet.Bytes;

namespace Interlock.Datasets.Parquet.Footer;

/// <summary>Finds the footer at the end of a file: the footer, its length, and the magic bytes PAR1 that also start the file.</summary>
internal static class FooterBlock
{
    private const int MagicLength = 4;
    private const int TailLength = MagicLength + sizeof(uint);

    public static byte[] Read(RandomBytes bytes)
    {
        if (bytes.Length < MagicLength + TailLength || !HasMagic(bytes, 0, "PAR1"u8))
        {
            throw NotParquet(bytes);
        }

        Span<byte> tail = stackalloc byte[TailLength];
        bytes.Read(tail, bytes.Length - TailLength);
        if (!tail[sizeof(uint)..].SequenceEqual("PAR1"u8))
        {
            throw NotFinalised("it has no footer");
        }

        uint length = BinaryPrimitives.ReadUInt32LittleEndian(tail);
        if (length > bytes.Length - MagicLength - TailLength)
        {
            throw ParquetFault.Of(ParquetCodes.FooterDamaged, $"the footer claims {length} bytes of a file of {bytes.Length}");
        }

        if (length > ParquetLimits.FooterBytes)
        {
            throw ParquetFault.Of(ParquetCodes.TooLarge, $"the footer has {length} bytes; at most {ParquetLimits.FooterBytes} are read");
        }

        byte[] footer = new byte[length];
        bytes.Read(footer, bytes.Length - TailLength - length);
        return footer;
    }

    private static DiagnosticException NotParquet(RandomBytes bytes)
    {
        if (bytes.Length >= MagicLength && HasMagic(bytes, 0, "PARE"u8))
        {
            return ParquetFault.Of(ParquetCodes.Encrypted, "the file is encrypted, which is not read here");
        }

        return bytes.Length >= MagicLength && HasMagic(bytes, 0, "PAR1"u8)
            ? NotFinalised($"it has only {bytes.Length} bytes")
            : ParquetFault.Of(
                ParquetCodes.NotParquet,
                $"this is not a Parquet file: {bytes.Length} bytes that do not start with PAR1",
                "a file of about 130 bytes may be a Git-LFS pointer; fetch the data itself");
    }

    private static DiagnosticException NotFinalised(string why) =>
        ParquetFault.Of(
            ParquetCodes.NotFinalised,
            $"the recording was not finalised: {why}",
            "the recorder was interrupted before it wrote the footer; the rows of this file cannot be located without it");

    private static bool HasMagic(RandomBytes bytes, long offset, ReadOnlySpan<byte> magic)
    {
        Span<byte> found = stackalloc byte[MagicLength];
        bytes.Read(found, offset);
        return found.SequenceEqual(magic);
    }
}
