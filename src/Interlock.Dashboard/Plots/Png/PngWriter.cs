using Interlock.Dashboard.Plots.Figures;
using Interlock.Dashboard.Plots.Layout;
using Interlock.Dashboard.Plots.Painting;

namespace Interlock.Dashboard.Plots.Png;

/// <summary>Writes figures as PNG, 8 bits per colour, with letters of our own; the same figure gives the same pixels.</summary>
public static class PngWriter
{
    private const double LeastScale = 0.5, LargestScale = 4;

    /// <summary>Largest picture; 64 Mpx are 192 MB of memory while it is drawn.</summary>
    private const double MostPixels = 64e6;

    /// <summary>Draws a figure.</summary>
    /// <param name="figure">The figure.</param>
    /// <param name="scale">Pixels of the picture per px of the figure, 0.5 to 4; default 1.</param>
    /// <param name="dark">Whether on dark paper; default light.</param>
    /// <returns>A whole PNG file.</returns>
    /// <exception cref="ArgumentException">A size is out of range.</exception>
    public static byte[] Write(Figure figure, double scale = 1, bool dark = false) => PngFile.Of(Draw(figure, scale, dark));

    internal static Raster Draw(Figure figure, double scale, bool dark)
    {
        ArgumentNullException.ThrowIfNull(figure);
        if (!(scale >= LeastScale && scale <= LargestScale))
        {
            throw new ArgumentOutOfRangeException(nameof(scale), scale, $"A scale is between {LeastScale} and {LargestScale}.");
        }

        FigureLayout layout = new(figure);
        if (layout.Width * scale * layout.Height * scale > MostPixels)
        {
            throw new ArgumentException($"The picture of {layout.Width} × {layout.Height} px at scale {scale} would have more than {MostPixels / 1e6:0} Mpx.", nameof(figure));
        }

        Raster raster = new((int)Math.Ceiling(layout.Width * scale), (int)Math.Ceiling(layout.Height * scale));
        ThemeColors colors = dark ? ThemeColors.Dark : ThemeColors.Light;

        // A last row or column of less than a pixel is paper too.
        raster.Fill(colors.Of(InkRole.Paper));
        FigurePainter.Paint(layout, new RasterCanvas(raster, colors, scale));
        return raster;
    }
}
