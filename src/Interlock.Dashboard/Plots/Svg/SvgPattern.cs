using Interlock.Dashboard.Plots.Drawing;
using Interlock.Dashboard.Plots.Figures;

namespace Interlock.Dashboard.Plots.Svg;

/// <summary>The pattern of a state as an SVG definition.</summary>
internal static class SvgPattern
{
    public static bool Has(StateKind kind) => StatePattern.Of(kind).Count > 0;

    public static string Of(StateKind kind, string id, ThemeColors colors)
    {
        string lines = string.Concat(StatePattern.Of(kind).Select(Path));
        return $"<pattern id=\"{id}\" width=\"6\" height=\"6\" patternUnits=\"userSpaceOnUse\"><path d=\"{lines}\" fill=\"none\" "
            + $"stroke=\"{colors.Of(Ink.TextOn(kind)).Hex}\" stroke-opacity=\".45\"/></pattern>\n";
    }

    /// <summary>Diagonals run over the corners, so that the tiles join.</summary>
    private static string Path(PatternLine line) => line switch
    {
        PatternLine.Level => "M0 3h6",
        PatternLine.Upright => "M3 0v6",
        PatternLine.Rising => "M-1 1l2-2M0 6l6-6M5 7l2-2",
        _ => "M-1 5l2 2M0 0l6 6M5-1l2 2",
    };
}
