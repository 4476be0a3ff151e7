using Interlock.Dashboard.Plots.Figures;

namespace Interlock.Dashboard.Plots.Png;

/// <summary>Writes figures as PNG, 8 bits per colour; the same figure gives the same bytes.</summary>
public static class PngWriter
{
    /// <summary>Draws a figure.</summary>
    /// <param name="figure">The figure.</param>
    /// <param name="scale">Pixels of the picture per px of the figure, 0.5 to 4; default 1.</param>
    /// <param name="dark">Whether on dark paper; default light.</param>
    /// <returns>A whole PNG file.</returns>
    public static byte[] Write(Figure figure, double scale = 1, bool dark = false) => throw new NotImplementedException();
}
