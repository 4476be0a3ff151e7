using System.Text;
using Interlock.Dashboard.Plots.Figures;
using Interlock.Dashboard.Plots.Terminal;

namespace Interlock.Cli.Output;

/// <summary>Small plots between the lines of a verb: on a terminal of themselves, elsewhere when asked, in ASCII where braille may not arrive.</summary>
internal static class TerminalFigure
{
    private const int LinesHigh = 6;
    private const int WidestColumns = 100;

    public static bool IsWanted(VerbHost host, bool asked) => asked || host.IsTerminal;

    public static bool IsAscii(VerbHost host) => !host.IsTerminal || host.Out.Encoding.CodePage != Encoding.UTF8.CodePage;

    public static void Write(VerbHost host, Panel panel, Axis x)
    {
        TerminalPlotOptions options = new()
        {
            Width = Math.Clamp(host.Width, 40, WidestColumns),
            Height = LinesHigh,
            IsAscii = IsAscii(host),
        };
        foreach (string line in TerminalPlot.Lines(panel, x, options))
        {
            host.Out.WriteLine(line);
        }
    }
}
