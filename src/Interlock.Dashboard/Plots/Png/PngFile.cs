using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace Interlock.Dashboard.Plots.Png;

/// <summary>Writes pixels as a PNG file (ISO/IEC 15948), 8 bits per colour, no alpha.</summary>
internal static class PngFile
{
    private const byte TrueColour = 2;
    private const byte SubtractLeft = 1;

    public static byte[] Of(Raster raster)
    {
        using MemoryStream file = new();
        file.Write([0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A]);
        Chunk(file, "IHDR", Header(raster));
        Chunk(file, "IDAT", Data(raster));
        Chunk(file, "IEND", []);
        return file.ToArray();
    }

    /// <param name="rgb">Red, green, blue from the upper left corner, row by row: 3 bytes for each pixel.</param>
    /// <param name="widthPx">Columns.</param>
    /// <param name="heightPx">Rows.</param>
    public static byte[] OfRgb(ReadOnlySpan<byte> rgb, int widthPx, int heightPx)
    {
        Raster raster = new(widthPx, heightPx);
        rgb.CopyTo(raster.Pixels);
        return Of(raster);
    }

    private static byte[] Header(Raster raster)
    {
        byte[] header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, raster.Width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), raster.Height);
        header[8] = 8;
        header[9] = TrueColour;
        return header;
    }

    private static byte[] Data(Raster raster)
    {
        using MemoryStream data = new();
        using (ZLibStream packed = new(data, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            int stride = raster.Width * Raster.BytesPerPixel;
            byte[] row = new byte[stride + 1];
            row[0] = SubtractLeft;
            for (int y = 0; y < raster.Height; y++)
            {
                ReadOnlySpan<byte> pixels = raster.Pixels.AsSpan(y * stride, stride);
                for (int i = 0; i < stride; i++)
                {
                    row[i + 1] = (byte)(pixels[i] - (i < Raster.BytesPerPixel ? 0 : pixels[i - Raster.BytesPerPixel]));
                }

                packed.Write(row);
            }
        }

        return data.ToArray();
    }

    private static void Chunk(MemoryStream file, string type, ReadOnlySpan<byte> data)
    {
        byte[] chunk = new byte[data.Length + 12];
        BinaryPrimitives.WriteInt32BigEndian(chunk, data.Length);
        Encoding.ASCII.GetBytes(type, chunk.AsSpan(4));
        data.CopyTo(chunk.AsSpan(8));
        BinaryPrimitives.WriteUInt32BigEndian(chunk.AsSpan(data.Length + 8), PngChecksum.Of(chunk.AsSpan(4, data.Length + 4)));
        file.Write(chunk);
    }
}
