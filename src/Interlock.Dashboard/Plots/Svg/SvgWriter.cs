using System.Text;
using Interlock.Dashboard.Plots.Figures;
using Interlock.Dashboard.Plots.Layout;
using Interlock.Dashboard.Plots.Painting;

namespace Interlock.Dashboard.Plots.Svg;

/// <summary>Writes figures as self-contained, accessible SVG 1.1: the same figure gives the same bytes, and every text is escaped.</summary>
public static class SvgWriter
{
    /// <summary>The style that pictures without their own need: CSS for the page, once.</summary>
    public static string Style => SvgStyle.Text;

    /// <summary>Writes a figure.</summary>
    /// <param name="figure">The figure.</param>
    /// <param name="options">How; null: defaults.</param>
    /// <returns>One <c>svg</c> element, also fit for being put into HTML as it is.</returns>
    /// <exception cref="ArgumentException">A size or the id prefix is out of range.</exception>
    public static string Write(Figure figure, SvgOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(figure);
        SvgOptions how = options ?? new SvgOptions();
        if (how.IdPrefix.Length == 0 || !how.IdPrefix.All(char.IsAsciiLetterOrDigit) || char.IsAsciiDigit(how.IdPrefix[0]))
        {
            throw new ArgumentException("An id prefix has ASCII letters and digits and begins with a letter.", nameof(options));
        }

        FigureLayout layout = new(figure);
        SvgCanvas canvas = new(how.Theme == PlotTheme.Dark ? ThemeColors.Dark : ThemeColors.Light, how.Theme == PlotTheme.Viewer, how.IdPrefix);
        FigurePainter.Paint(layout, canvas);

        StringBuilder svg = new();
        svg.Append($"<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"{SvgStyle.Root}\" role=\"img\" aria-labelledby=\"{how.IdPrefix}-title {how.IdPrefix}-desc\" ");
        svg.Append($"viewBox=\"0 0 {layout.Width} {layout.Height}\" width=\"{layout.Width}\" height=\"{layout.Height}\" font-family=\"system-ui,sans-serif\">\n");
        svg.Append($"<title id=\"{how.IdPrefix}-title\">{SvgText.Escape(figure.Title)}</title>\n");
        svg.Append($"<desc id=\"{how.IdPrefix}-desc\">{SvgText.Escape(FigureDescription.Of(figure))}</desc>\n");
        if (how.IncludeStyle && how.Theme == PlotTheme.Viewer)
        {
            svg.Append("<style>").Append(Style).Append("</style>\n");
        }

        string definitions = canvas.Definitions;
        svg.Append(definitions.Length > 0 ? $"<defs>\n{definitions}</defs>\n" : "");
        return svg.Append(canvas.Body).Append("</svg>\n").ToString();
    }
}
