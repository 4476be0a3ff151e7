using Interlock.Dashboard.Plots.Figures;

namespace Interlock.Dashboard.Plots.Svg;

/// <summary>Writes figures as self-contained, accessible SVG 1.1: the same figure gives the same bytes, and every text is escaped.</summary>
public static class SvgWriter
{
    /// <summary>The style that pictures without their own need: CSS for the page, once.</summary>
    public static string Style => "";

    /// <summary>Writes a figure.</summary>
    /// <param name="figure">The figure.</param>
    /// <param name="options">How; null: defaults.</param>
    /// <returns>One <c>svg</c> element, also fit for being put into HTML as it is.</returns>
    public static string Write(Figure figure, SvgOptions? options = null) => throw new NotImplementedException();
}
