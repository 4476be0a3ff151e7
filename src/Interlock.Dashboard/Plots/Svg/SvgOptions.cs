namespace Interlock.Dashboard.Plots.Svg;

/// <summary>How an SVG is written.</summary>
public sealed record SvgOptions
{
    /// <summary>Prefix of its ids, ASCII letters and digits; two pictures in one page need different ones. Default <c>il</c>.</summary>
    public string IdPrefix { get; init; } = "il";

    /// <summary>Whether the style is in the picture; false where the page holds <see cref="SvgWriter.Style"/> once. Default true.</summary>
    public bool IncludeStyle { get; init; } = true;

    /// <summary>Light, dark, or as the viewer prefers; default as the viewer prefers, with print always light.</summary>
    public PlotTheme Theme { get; init; }
}
