using System.Globalization;
using Interlock.Dashboard.Plots.Drawing;

namespace Interlock.Dashboard.Plots.Png.Letters;

/// <summary>
/// Reads a letter: its advance, then strokes separated by <c>;</c>. A stroke is points <c>x,y</c> and arcs <c>@cx,cy,rx,ry,from,to</c> in degrees,
/// counted against the clock from the right; each continues where the one before ended.
/// </summary>
internal static class GlyphReader
{
    private const double DegreesPerCorner = 15;

    public static Glyph Read(string text)
    {
        int colon = text.IndexOf(':', StringComparison.Ordinal);
        double advance = double.Parse(text.AsSpan(0, colon), CultureInfo.InvariantCulture);
        return new Glyph(advance, [.. text[(colon + 1)..].Split(';', StringSplitOptions.RemoveEmptyEntries).Select(Stroke)]);
    }

    private static PlotPoint[] Stroke(string text)
    {
        List<PlotPoint> points = [];
        foreach (string part in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            double[] numbers = [.. part.TrimStart('@').Split(',').Select(number => double.Parse(number, CultureInfo.InvariantCulture))];
            if (part[0] == '@')
            {
                Arc(points, numbers);
            }
            else
            {
                points.Add(new PlotPoint(numbers[0], numbers[1]));
            }
        }

        return [.. points];
    }

    private static void Arc(List<PlotPoint> points, double[] arc)
    {
        int corners = (int)Math.Ceiling(Math.Abs(arc[5] - arc[4]) / DegreesPerCorner);
        for (int i = 0; i <= corners; i++)
        {
            (double sine, double cosine) = Math.SinCos((arc[4] + ((arc[5] - arc[4]) * i / corners)) * Math.PI / 180);
            points.Add(new PlotPoint(Exact(arc[0] + (arc[2] * cosine)), Exact(arc[1] + (arc[3] * sine))));
        }
    }

    /// <summary>Sine and cosine may differ in the last bit between machines; the letters must not.</summary>
    private static double Exact(double value) => Math.Round(value * 1024) / 1024;
}
