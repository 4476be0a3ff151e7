using Interlock.Core.Randomness;

namespace Interlock.Robots.Cameras;

/// <summary>Draws a robot as bars: one band of rows per channel, lit up to where the channel stands in its range, with sensor noise.</summary>
internal static class BarPicture
{
    private const int BytesPerPixel = 3;

    /// <summary>Noise of 0 to 7 grey levels: the three highest bits of a random byte.</summary>
    private const int NoiseShift = 5;

    private const int BitsPerByte = 8;
    private const byte Dark = 40;
    private const byte Lit = 200;

    /// <summary>Neighbouring channels differ by this much in their blue.</summary>
    private const int BlueStep = 53;

    public static byte[] Draw(IPicturedRobot robot, int widthPx, int heightPx, ulong seed)
    {
        byte[] picture = new byte[widthPx * heightPx * BytesPerPixel];
        SeededRandom noise = new(seed);
        for (int row = 0; row < heightPx; row++)
        {
            int channel = (int)((long)row * robot.PicturedChannels / heightPx);
            double share = robot.ShareOfRange(channel);
            int lit = double.IsFinite(share) ? (int)(Math.Clamp(share, 0, 1) * widthPx) : 0;
            DrawRow(picture.AsSpan(row * widthPx * BytesPerPixel, widthPx * BytesPerPixel), lit, (byte)(channel * BlueStep % Lit), noise);
        }

        return picture;
    }

    private static void DrawRow(Span<byte> row, int lit, byte blue, SeededRandom noise)
    {
        ulong bits = 0;
        int left = 0;
        for (int column = 0; column < row.Length / BytesPerPixel; column++)
        {
            if (left == 0)
            {
                bits = noise.NextBits();
                left = sizeof(ulong);
            }

            byte grain = (byte)((byte)bits >> NoiseShift);
            bits >>= BitsPerByte;
            left--;
            byte level = (byte)((column < lit ? Lit : Dark) + grain);
            Span<byte> pixel = row.Slice(column * BytesPerPixel, BytesPerPixel);
            pixel[0] = level;
            pixel[1] = level;
            pixel[2] = (byte)(blue + grain);
        }
    }
}
