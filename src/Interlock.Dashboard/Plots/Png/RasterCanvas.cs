using System.Text;
using Interlock.Dashboard.Plots.Drawing;
using Interlock.Dashboard.Plots.Figures;
using Interlock.Dashboard.Plots.Lines;
using Interlock.Dashboard.Plots.Png.Letters;

namespace Interlock.Dashboard.Plots.Png;

/// <summary>Draws into pixels.</summary>
internal sealed class RasterCanvas(Raster raster, ThemeColors colors, double scale) : ICanvas
{
    private readonly CoverageMask _mask = new(raster.Width, raster.Height);

    public void Box(PlotBox box, Paint paint, string hover = "") =>
        Area([new(box.X, box.Y), new(box.Right, box.Y), new(box.Right, box.Bottom), new(box.X, box.Bottom)], paint);

    public void Hatch(PlotBox box, StateKind kind)
    {
        foreach (PatternLine direction in StatePattern.Of(kind))
        {
            foreach (List<PlotPoint> line in PatternLines.Of(direction, box))
            {
                StrokeCover.Add(_mask, Pixels([.. line]), StatePattern.WidthPx * scale);
            }
        }

        _mask.PourInto(raster, colors.Of(Ink.TextOn(kind)), StatePattern.Opacity);
    }

    public void Line(ReadOnlySpan<PlotPoint> points, Pen pen)
    {
        PlotPoint[] pixels = Pixels(Sharp(points, pen));
        if (pen.Pattern.Length == 0)
        {
            StrokeCover.Add(_mask, pixels, pen.WidthPx * scale);
        }
        else
        {
            foreach (PlotPoint[] dash in DashSplitter.Of(pixels, [.. pen.Pattern.ToArray().Select(length => length * scale)]))
            {
                StrokeCover.Add(_mask, dash, pen.WidthPx * scale);
            }
        }

        _mask.PourInto(raster, colors.Of(pen.Ink), opacity: 1);
    }

    public void Area(ReadOnlySpan<PlotPoint> outline, Paint paint, string hover = "", Pen? edge = null)
    {
        AreaCover.Add(_mask, Pixels(outline));
        _mask.PourInto(raster, colors.Of(paint.Ink), paint.Opacity);
        if (edge is { } pen)
        {
            Line([.. outline, outline[0]], pen);
        }
    }

    public void Text(PlotPoint at, string text, TextLook look)
    {
        double unit = look.SizePx / Glyphs.UnitsPerEm;
        double width = TextMeter.Advance(text, look.SizePx, look.IsBold);
        double along = look.Anchor switch { TextAnchor.Middle => -width / 2, TextAnchor.End => -width, _ => 0 };
        double pen = (look.IsBold ? Glyphs.BoldPenUnits : Glyphs.PenUnits) * unit * scale;
        foreach (Rune rune in text.EnumerateRunes())
        {
            Glyph glyph = Glyphs.Of(rune);
            foreach (PlotPoint[] stroke in glyph.Strokes)
            {
                StrokeCover.Add(_mask, Array.ConvertAll(stroke, point => Placed(at, along + (point.X * unit), point.Y * unit, look.IsUpward)), pen);
            }

            along += TextMeter.Advance(rune.ToString(), look.SizePx, look.IsBold);
        }

        _mask.PourInto(raster, colors.Of(look.Ink), opacity: 1);
    }

    private PlotPoint Placed(PlotPoint at, double along, double above, bool isUpward) => isUpward
        ? new((at.X - above) * scale, (at.Y - along) * scale)
        : new((at.X + along) * scale, (at.Y - above) * scale);

    /// <summary>Thin level and upright lines go through the middle of pixels, else they blur over two.</summary>
    private ReadOnlySpan<PlotPoint> Sharp(ReadOnlySpan<PlotPoint> points, Pen pen)
    {
        bool isStraight = points.Length == 2 && (points[0].X == points[1].X || points[0].Y == points[1].Y);
        return pen.WidthPx <= 1 && isStraight ? Array.ConvertAll(points.ToArray(), Centred) : points;
    }

    private PlotPoint Centred(PlotPoint point) => new((Math.Floor(point.X * scale) + 0.5) / scale, (Math.Floor(point.Y * scale) + 0.5) / scale);

    private PlotPoint[] Pixels(ReadOnlySpan<PlotPoint> points) => Array.ConvertAll(points.ToArray(), point => new PlotPoint(point.X * scale, point.Y * scale));
}
