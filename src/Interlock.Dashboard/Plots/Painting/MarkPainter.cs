using System.Runtime.InteropServices;
using Interlock.Dashboard.Plots.Axes;
using Interlock.Dashboard.Plots.Drawing;
using Interlock.Dashboard.Plots.Figures;
using Interlock.Dashboard.Plots.Lines;

namespace Interlock.Dashboard.Plots.Painting;

/// <summary>Draws the marks of one panel.</summary>
internal sealed class MarkPainter(ICanvas canvas, LinearScale x, LinearScale y, PlotBox box)
{
    public const double ShadeOpacity = 0.18;
    public const double LimitOpacity = 0.07;

    private const double BandOpacity = 0.35;
    private const double BarOpacity = 0.75;

    public static Pen LimitPen { get; } = new(Ink.Limit, 1.25, Stroke.Dashed);

    public void Paint(Mark mark)
    {
        switch (mark)
        {
            case LineMark line:
                Lines(line);
                break;
            case BandMark { Step: > 0 } band:
                Band(band);
                break;
            case AreaMark area:
                Area(area);
                break;
            case BarMark bars:
                Bars(bars);
                break;
            case PointMark points:
                new PointPainter(canvas, x, y, box).Paint(points);
                break;
            case LevelMark level:
                Level(level);
                break;
            case LimitMark limits:
                Limits(limits);
                break;
        }
    }

    public static void Dot(ICanvas canvas, PlotPoint at, Ink ink)
    {
        const double Radius = 3.2;
        const int Corners = 12;
        Span<PlotPoint> outline = stackalloc PlotPoint[Corners];
        for (int i = 0; i < Corners; i++)
        {
            (double sine, double cosine) = Math.SinCos(2 * Math.PI * i / Corners);
            outline[i] = new PlotPoint(at.X + (Radius * cosine), at.Y + (Radius * sine));
        }

        canvas.Area(outline, new Paint(ink));
    }

    private void Lines(LineMark line)
    {
        foreach (List<PlotPoint> run in LineRuns.Of(line, x, y))
        {
            Clipped(ColumnReducer.Reduce(run), Pen.Of(line));
        }
    }

    private void Clipped(List<PlotPoint> run, Pen pen)
    {
        foreach (List<PlotPoint> part in BoxClip.Of(run, box))
        {
            canvas.Line(CollectionsMarshal.AsSpan(part), pen);
        }
    }

    private void Band(BandMark band)
    {
        foreach (List<BandColumn> run in BandRuns.Of(band, x, y, box))
        {
            if (BandOutline.IsThin(run))
            {
                canvas.Line(CollectionsMarshal.AsSpan(BandOutline.Line(run)), Pen.Of(band));
                continue;
            }

            List<PlotPoint> outline = BandOutline.Area(run);
            canvas.Area(CollectionsMarshal.AsSpan(outline), new Paint(band.Ink, BandOpacity), edge: new Pen(band.Ink, 1, band.Stroke == Stroke.Bold ? Stroke.Solid : band.Stroke));
        }
    }

    private void Area(AreaMark area)
    {
        LineMark low = new(area.X, Where(area.Low, area.High)), high = new(area.X, Where(area.High, area.Low));
        foreach ((List<PlotPoint> bottom, List<PlotPoint> top) in LineRuns.Of(low, x, y).Zip(LineRuns.Of(high, x, y)))
        {
            List<PlotPoint> outline = [.. ColumnReducer.Reduce(top).Concat(ColumnReducer.Reduce(bottom).AsEnumerable().Reverse()).Select(Inside)];
            canvas.Area(CollectionsMarshal.AsSpan(outline), new Paint(area.Ink, ShadeOpacity));
        }
    }

    private void Bars(BarMark bars)
    {
        for (int i = 0; i < Math.Min(bars.Heights.Length, bars.Edges.Length - 1); i++)
        {
            PlotPoint corner = Inside(new PlotPoint(x.Px(bars.Edges.Span[i]), y.Px(bars.Heights.Span[i])));
            PlotPoint foot = Inside(new PlotPoint(x.Px(bars.Edges.Span[i + 1]), y.Px(0)));
            double gap = Math.Min(0.5, (foot.X - corner.X) / 4);
            double top = Math.Min(corner.Y, foot.Y), height = Math.Abs(corner.Y - foot.Y);
            if (height > 0 && foot.X > corner.X)
            {
                canvas.Box(new PlotBox(corner.X + gap, top, foot.X - corner.X - (2 * gap), height), new Paint(bars.Ink, BarOpacity));
            }
        }
    }

    private void Level(LevelMark level)
    {
        if (level.IsUpright ? x.Contains(level.Value) : y.Contains(level.Value))
        {
            double at = level.IsUpright ? x.Px(level.Value) : y.Px(level.Value);
            canvas.Line(level.IsUpright ? [new(at, box.Y), new(at, box.Bottom)] : [new(box.X, at), new(box.Right, at)], Pen.Of(level));
        }
    }

    private void Limits(LimitMark limits)
    {
        double top = Inside(new PlotPoint(0, y.Px(limits.Max ?? y.To))).Y, bottom = Inside(new PlotPoint(0, y.Px(limits.Min ?? y.From))).Y;
        if (bottom > top)
        {
            canvas.Box(new PlotBox(box.X, top, box.Width, bottom - top), new Paint(Ink.Limit, LimitOpacity));
        }

        foreach (double limit in new[] { limits.Min, limits.Max }.OfType<double>().Where(y.Contains))
        {
            canvas.Line([new(box.X, y.Px(limit)), new(box.Right, y.Px(limit))], LimitPen);
        }
    }

    /// <summary>The values, as long as the other curve has one too.</summary>
    private static double[] Where(ReadOnlyMemory<double> values, ReadOnlyMemory<double> others) =>
        [.. Enumerable.Range(0, Math.Min(values.Length, others.Length)).Select(i => double.IsFinite(others.Span[i]) ? values.Span[i] : double.NaN)];

    /// <summary>The nearest place in the box; NaN counts as its lower edge.</summary>
    private PlotPoint Inside(PlotPoint point) => new(
        point.X >= box.X ? Math.Min(point.X, box.Right) : box.X, point.Y <= box.Bottom ? Math.Max(point.Y, box.Y) : box.Bottom);
}
