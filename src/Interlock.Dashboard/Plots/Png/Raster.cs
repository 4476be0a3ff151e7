namespace Interlock.Dashboard.Plots.Png;

/// <summary>A picture of 8 bits per colour.</summary>
internal sealed class Raster(int width, int height)
{
    public const int BytesPerPixel = 3;

    public int Width { get; } = width;

    public int Height { get; } = height;

    /// <summary>Red, green, blue from the upper left corner, row by row.</summary>
    public byte[] Pixels { get; } = new byte[checked(width * height * BytesPerPixel)];

    public PlotColor this[int x, int y]
    {
        get
        {
            int at = ((y * Width) + x) * BytesPerPixel;
            return new(Pixels[at], Pixels[at + 1], Pixels[at + 2]);
        }
    }

    /// <summary>Paints everything.</summary>
    public void Fill(PlotColor color)
    {
        for (int at = 0; at < Pixels.Length; at += BytesPerPixel)
        {
            (Pixels[at], Pixels[at + 1], Pixels[at + 2]) = (color.Red, color.Green, color.Blue);
        }
    }

    /// <summary>Lays a colour over a pixel.</summary>
    /// <param name="x">Column, inside the picture.</param>
    /// <param name="y">Row, inside the picture.</param>
    /// <param name="color">The colour.</param>
    /// <param name="share">How much of it, 0 to 1.</param>
    public void Blend(int x, int y, PlotColor color, double share)
    {
        int at = ((y * Width) + x) * BytesPerPixel;
        Pixels[at] = Mixed(Pixels[at], color.Red, share);
        Pixels[at + 1] = Mixed(Pixels[at + 1], color.Green, share);
        Pixels[at + 2] = Mixed(Pixels[at + 2], color.Blue, share);
    }

    private static byte Mixed(byte below, byte above, double share) => (byte)(below + ((above - below) * share) + 0.5);
}
