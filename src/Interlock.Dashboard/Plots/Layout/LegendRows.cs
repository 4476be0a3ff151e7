using Interlock.Dashboard.Plots.Drawing;

namespace Interlock.Dashboard.Plots.Layout;

/// <summary>The legend broken into rows.</summary>
internal sealed class LegendRows
{
    private const double WidestEntryPx = 320;

    /// <summary>Rows that are drawn; a figure of more names is a list and not a plot.</summary>
    private const int MostRows = 6;

    private readonly List<(double X, int Row, LegendEntry Entry)> _places = [];

    public LegendRows(IReadOnlyList<LegendEntry> entries, double widthPx)
    {
        double x = 0;
        int row = 0;
        foreach (LegendEntry entry in entries)
        {
            double room = Math.Min(WidestEntryPx, widthPx - Lettering.SamplePx - 6);
            string name = TextMeter.Fit(PlainText.Of(entry.Name), Lettering.TextPx, room);
            double width = Lettering.SamplePx + 6 + TextMeter.Width(name, Lettering.TextPx);
            (x, row) = x > 0 && x + width > widthPx ? (0, row + 1) : (x, row);
            if (row >= MostRows)
            {
                break;
            }

            _places.Add((x, row, entry with { Name = name }));
            x += width + Lettering.LegendGapPx;
        }
    }

    public int Count => _places.Count == 0 ? 0 : _places[^1].Row + 1;

    public IReadOnlyList<(double X, int Row, LegendEntry Entry)> Places => _places;
}
