using Interlock.Dashboard.Plots.Figures;

namespace Interlock.Dashboard.Plots;

/// <summary>What the meanings look like on one paper.</summary>
internal sealed class ThemeColors
{
    private readonly Dictionary<InkRole, PlotColor> _roles;

    private ThemeColors(string paper, string text, string quiet, string grid, string frame, string limit, string alarm) => _roles = new()
    {
        [InkRole.Paper] = PlotColor.OfHex(paper),
        [InkRole.Text] = PlotColor.OfHex(text),
        [InkRole.Quiet] = PlotColor.OfHex(quiet),
        [InkRole.Grid] = PlotColor.OfHex(grid),
        [InkRole.Frame] = PlotColor.OfHex(frame),
        [InkRole.Limit] = PlotColor.OfHex(limit),
        [InkRole.Alarm] = PlotColor.OfHex(alarm),
    };

    public static ThemeColors Light { get; } = new("#ffffff", "#1c2128", "#5c6670", "#e4e7eb", "#8a939c", "#2f7d4f", "#b3202c");

    public static ThemeColors Dark { get; } = new("#14181f", "#e8ebef", "#a3adb8", "#2a313a", "#6b7682", "#5fbf87", "#ff7a70");

    /// <summary>Meanings whose colour depends on the paper.</summary>
    public IEnumerable<InkRole> Roles => _roles.Keys.Order();

    public PlotColor Of(InkRole role) => _roles[role];

    public PlotColor Of(Ink ink) => ink.Role switch
    {
        InkRole.Channel => PlotColor.OfHex(Palette.ChannelHex(ink.Index)),
        InkRole.State => PlotColor.OfHex(Palette.StateFillHex((StateKind)ink.Index)),
        InkRole.StateText => PlotColor.OfHex(Palette.StateTextHex((StateKind)ink.Index)),
        _ => _roles[ink.Role],
    };
}
