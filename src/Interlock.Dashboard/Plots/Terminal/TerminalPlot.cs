using Interlock.Dashboard.Plots.Figures;

namespace Interlock.Dashboard.Plots.Terminal;

/// <summary>Draws one panel with characters: braille dots, or plain ASCII.</summary>
public static class TerminalPlot
{
    /// <summary>Draws a panel.</summary>
    /// <param name="panel">The panel; lines, bands and levels are drawn.</param>
    /// <param name="x">The horizontal axis.</param>
    /// <param name="options">Size and characters.</param>
    /// <returns>Lines of text, none longer than the width.</returns>
    public static IReadOnlyList<string> Lines(Panel panel, Axis x, TerminalPlotOptions options) => throw new NotImplementedException();
}
