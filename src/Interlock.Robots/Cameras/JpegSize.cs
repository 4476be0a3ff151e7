using System.Buffers.Binary;

namespace Interlock.Robots.Cameras;

/// <summary>The size of a JPEG picture, from its frame header (ITU-T T.81, B.2.2); the rest is not opened.</summary>
internal static class JpegSize
{
    private const byte Marker = 0xFF;
    private const byte StartOfImage = 0xD8;
    private const byte StartOfScan = 0xDA;
    private const byte FirstStartOfFrame = 0xC0;
    private const byte LastStartOfFrame = 0xCF;

    /// <summary>DHT, JPG and DAC lie among the start-of-frame markers without being one.</summary>
    private static ReadOnlySpan<byte> NoFrames => [0xC4, 0xC8, 0xCC];

    /// <summary>Columns and rows; null when this is no JPEG file, or its header is cut short.</summary>
    public static (int WidthPx, int HeightPx)? Of(ReadOnlySpan<byte> file)
    {
        if (!file.StartsWith((ReadOnlySpan<byte>)[Marker, StartOfImage]))
        {
            return null;
        }

        ReadOnlySpan<byte> rest = file[2..];
        while (rest.Length >= 4 && rest[0] == Marker && rest[1] != StartOfScan)
        {
            if (rest[1] == Marker)
            {
                rest = rest[1..];
                continue;
            }

            int length = BinaryPrimitives.ReadUInt16BigEndian(rest[2..]);
            if (IsFrame(rest[1]))
            {
                return Frame(rest[4..]);
            }

            if (length < 2 || rest.Length < length + 2)
            {
                return null;
            }

            rest = rest[(length + 2)..];
        }

        return null;
    }

    private static bool IsFrame(byte marker) => marker is >= FirstStartOfFrame and <= LastStartOfFrame && !NoFrames.Contains(marker);

    /// <summary>Precision (1 byte), rows (2), columns (2).</summary>
    private static (int, int)? Frame(ReadOnlySpan<byte> header)
    {
        if (header.Length < 5)
        {
            return null;
        }

        int rows = BinaryPrimitives.ReadUInt16BigEndian(header[1..]);
        int columns = BinaryPrimitives.ReadUInt16BigEndian(header[3..]);
        return rows > 0 && columns > 0 ? (columns, rows) : null;
    }
}
