using Interlock.Dashboard.Plots.Axes;
using Interlock.Dashboard.Plots.Drawing;
using Interlock.Dashboard.Plots.Figures;
using Interlock.Dashboard.Plots.Layout;

namespace Interlock.Dashboard.Plots.Terminal;

/// <summary>Draws one panel with characters: braille dots, or plain ASCII.</summary>
public static class TerminalPlot
{
    private const int LeastWidth = 40, LeastHeight = 2, LargestHeight = 100;
    private const int WidestMargin = 14;

    /// <summary>One character per mark where only ASCII is written, the first to the first.</summary>
    private const string AsciiMarks = "*o+x#@%&";

    /// <summary>Draws a panel: its title, its lines and bands, its levels as rows of dashes, its axes with units.</summary>
    /// <param name="panel">The panel; other marks are left out.</param>
    /// <param name="x">The horizontal axis.</param>
    /// <param name="options">Size and characters.</param>
    /// <returns>Lines of text, none longer than the width.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A size is out of range.</exception>
    public static IReadOnlyList<string> Lines(Panel panel, Axis x, TerminalPlotOptions options)
    {
        ArgumentNullException.ThrowIfNull(panel);
        ArgumentNullException.ThrowIfNull(x);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentOutOfRangeException.ThrowIfLessThan(options.Width, LeastWidth, nameof(options));
        ArgumentOutOfRangeException.ThrowIfLessThan(options.Height, LeastHeight, nameof(options));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(options.Height, LargestHeight, nameof(options));
        AxisRange range = new();
        foreach (Mark mark in panel.Marks)
        {
            MarkRange.AddX(ref range, mark);
        }

        (double fromX, double toX) = range.Ends(x, marginShare: 0);
        VerticalExtent extent = new(panel, fromX, toX);
        string[] labels = Labels(panel.Y, extent, options.Height);
        int margin = Math.Min(WidestMargin, labels.Max(label => label.Length));
        DotGrid grid = new(options.Width - margin - 2, options.Height, options.IsAscii);
        Draw(panel, grid, new LinearScale(fromX, toX, 0, grid.Columns), extent);
        string[] lines =
        [
            Cut(Title(panel, extent, options.IsAscii), options.Width),
            .. Enumerable.Range(0, options.Height).Select(i => $"{Cut(labels[i], margin).PadLeft(margin)} {(options.IsAscii ? '|' : '│')}{grid.Line(i)}".TrimEnd()),
            Cut(Bottom(x, fromX, toX, margin, options.Width), options.Width),
        ];
        return options.IsAscii ? [.. lines.Select(Ascii)] : lines;
    }

    private static bool IsCurve(Mark mark) => mark is LineMark or BandMark;

    private static string[] Labels(Axis axis, VerticalExtent extent, int height)
    {
        double step = (extent.To - extent.From) / Math.Max(1, height - 1);
        string[] labels = Enumerable.Repeat("", height).ToArray();
        labels[0] = TickText.Of(axis.Kind, extent.To, step, extent.To);
        labels[^1] = TickText.Of(axis.Kind, extent.From, step, extent.To);
        return labels;
    }

    private static void Draw(Panel panel, DotGrid grid, LinearScale x, VerticalExtent extent)
    {
        LinearScale y = new(extent.From, extent.To, grid.Rows - 1, 0);
        foreach (LevelMark level in panel.Marks.OfType<LevelMark>().Where(level => !level.IsUpright && y.Contains(level.Value)))
        {
            int row = (int)Math.Round(y.Px(level.Value));
            for (int column = 0; column < grid.Columns; column++)
            {
                // Three dots of four, so that a level is not taken for data.
                grid.Column(column % 4 < 2 ? column : -1, row, row, '-');
            }
        }

        int index = 0;
        foreach (Mark mark in panel.Marks.Where(IsCurve))
        {
            char letter = mark.IsGuide ? '-' : AsciiMarks[index++ % AsciiMarks.Length];
            ColumnSpan[] spans = MarkColumns.Of(mark, x, grid.Columns);
            for (int column = 0; column < spans.Length; column++)
            {
                // Of a guide every second dot, so that it is not taken for data.
                if (!spans[column].IsEmpty && (!mark.IsGuide || column % 4 < 2))
                {
                    grid.Column(column, Row(spans[column].Low), Row(spans[column].High), letter);
                }
            }
        }

        int Row(double value) => (int)Math.Round(y.Px(y.Clamp(value)));
    }

    private static string Title(Panel panel, VerticalExtent extent, bool isAscii)
    {
        Mark[] drawn = [.. panel.Marks.Where(mark => IsCurve(mark) && !mark.IsGuide)];
        IEnumerable<string> names = drawn.Select((mark, i) => isAscii && drawn.Length > 1 ? $"{AsciiMarks[i % AsciiMarks.Length]} {mark.Name}" : mark.Name)
            .Concat(panel.Marks.Where(mark => IsCurve(mark) && mark.IsGuide).Select(mark => $"- {mark.Name}"))
            .Concat(panel.Marks.OfType<LevelMark>().Select(level => $"- {level.Name} {TickText.Short(level.Value)}")).Where(name => name.Length > 0);
        string[] parts = [panel.Title, panel.Y.Label, string.Join(", ", names), .. extent.Notes];
        return PlainText.Of(string.Join("  ", parts.Where(part => part.Length > 0)));
    }

    private static string Bottom(Axis x, double from, double to, int margin, int width)
    {
        double step = (to - from) / 10;
        string start = TickText.Of(x.Kind, from, step, to), end = TickText.Of(x.Kind, to, step, to);
        string title = x.Kind == AxisKind.Time && to > TickText.MinutesFromS ? $"{x.Title} [min:s]" : PlainText.Of(x.Label);
        int room = width - margin - 2 - start.Length - end.Length;
        string middle = Cut(title, Math.Max(0, room - 2));
        return string.Concat(new string(' ', margin + 2), start, middle.PadLeft((room + middle.Length) / 2).PadRight(room), end);
    }

    private static string Cut(string text, int width) => text.Length <= width ? text : text[..width];

    private static string Ascii(string line) => string.Concat(line.Select(letter => letter switch
    {
        < (char)127 => letter,
        '−' => '-',
        '²' => '2',
        '³' => '3',
        '°' => 'd',
        '↑' => '^',
        '↓' => 'v',
        '…' => '.',
        'µ' => 'u',
        '·' or '×' => '*',
        _ => '?',
    }));
}
