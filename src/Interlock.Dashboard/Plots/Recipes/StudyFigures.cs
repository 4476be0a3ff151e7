using Interlock.Dashboard.Plots.Figures;

namespace Interlock.Dashboard.Plots.Recipes;

/// <summary>Figures of studies and calibrations from plain numbers.</summary>
public static class StudyFigures
{
    private const int SquareWidthPx = 520, SquareHeightPx = 380;

    /// <summary>Height of one row of a list, and of the axis with it, in px.</summary>
    private const int RowPx = 24;

    /// <summary>True against false positive rate, with the diagonal of guessing.</summary>
    /// <param name="title">Headline.</param>
    /// <param name="curves">Curves by name, each with false and true positive rates, both ascending.</param>
    public static Figure Roc(string title, IReadOnlyList<NamedCurve> curves)
    {
        ArgumentNullException.ThrowIfNull(curves);
        return Square(title, Axis.Share("false positive rate"), Axis.Share("true positive rate"), [Diagonal("guessing"), .. curves.SelectMany(Curve)]);
    }

    /// <summary>Share of failures detected against time into the episode.</summary>
    /// <param name="title">Headline.</param>
    /// <param name="x">Horizontal axis: time in s or a share of the episode.</param>
    /// <param name="curves">Curves by name; intervals are shaded.</param>
    public static Figure Detection(string title, Axis x, IReadOnlyList<NamedCurve> curves)
    {
        ArgumentNullException.ThrowIfNull(curves);
        return new Figure { Title = title, X = x, WidthPx = 720, PanelHeightPx = 280, Panels = [new Panel(Axis.Share("detected"), [.. curves.SelectMany(Curve)])] };
    }

    /// <summary>Observed success against stated confidence, with the diagonal of perfect calibration.</summary>
    /// <param name="title">Headline.</param>
    /// <param name="bins">Bins: X stated confidence, Y observed share, with intervals.</param>
    public static Figure Reliability(string title, NamedCurve bins)
    {
        ArgumentNullException.ThrowIfNull(bins);
        PointMark points = new(bins.X, bins.Y) { Name = bins.Name, Low = bins.Low, High = bins.High };
        return Square(title, Axis.Share("stated confidence"), Axis.Share("observed success"), [Diagonal("perfectly calibrated"), points]);
    }

    /// <summary>Observed coverage of each channel or monitor with its interval, against the wanted one; one row per item.</summary>
    /// <param name="title">Headline.</param>
    /// <param name="wanted">Wanted coverage, 0 to 1.</param>
    /// <param name="items">X is the coverage of each item from the first to the last, with intervals; Y is not used.</param>
    /// <param name="names">Names of the items.</param>
    public static Figure Coverage(string title, double wanted, NamedCurve items, IReadOnlyList<string> names)
    {
        ArgumentNullException.ThrowIfNull(items);
        ArgumentNullException.ThrowIfNull(names);
        double[] rows = [.. Enumerable.Range(0, items.X.Length).Select(i => (double)i)];
        Axis vertical = new("") { Labels = names, From = -0.6, To = Math.Max(1, names.Count) - 0.4 };
        PointMark points = new(items.X, rows) { Name = items.Name, Low = items.Low, High = items.High, IsSideways = true };
        LevelMark level = new(wanted) { Name = "wanted", Ink = Ink.Limit, Stroke = Stroke.Dashed, IsUpright = true };
        return new Figure
        {
            Title = title,
            X = Axis.Share("coverage") with { From = null, To = 1 },
            WidthPx = 640,
            PanelHeightPx = Math.Clamp(names.Count * RowPx, 2 * RowPx, 2000),
            Panels = [new Panel(vertical, [level, points])],
        };
    }

    /// <summary>How often values fall into each bin.</summary>
    /// <param name="title">Headline.</param>
    /// <param name="x">Horizontal axis.</param>
    /// <param name="y">Vertical axis: a count or a share.</param>
    /// <param name="edges">Edges of the bins, ascending, one more than counts.</param>
    /// <param name="counts">Count or share of each bin.</param>
    /// <param name="level">A level to compare with, for example the uniform count of p-values; null for none.</param>
    public static Figure Histogram(string title, Axis x, Axis y, ReadOnlyMemory<double> edges, ReadOnlyMemory<double> counts, double? level = null)
    {
        IEnumerable<Mark> marks = [new BarMark(edges, counts)];
        IEnumerable<Mark> levels = level is { } value ? [new LevelMark(value) { Name = "uniform", Ink = Ink.Limit, Stroke = Stroke.Dashed }] : [];
        return new Figure { Title = title, X = x, WidthPx = 640, PanelHeightPx = 220, Panels = [new Panel(y, [.. marks, .. levels])] };
    }

    private static Figure Square(string title, Axis x, Axis y, IReadOnlyList<Mark> marks) =>
        new() { Title = title, X = x, WidthPx = SquareWidthPx, PanelHeightPx = SquareHeightPx, Panels = [new Panel(y, marks)] };

    private static LineMark Diagonal(string name) =>
        new(new double[] { 0, 1 }, new double[] { 0, 1 }) { Name = name, Ink = Ink.Quiet, Stroke = Stroke.Dotted };

    private static IEnumerable<Mark> Curve(NamedCurve curve, int index)
    {
        if (curve.Low.Length > 0)
        {
            yield return new AreaMark(curve.X, curve.Low, curve.High) { Ink = Ink.Channel(index) };
        }

        yield return new LineMark(curve.X, curve.Y) { Name = curve.Name, Ink = Ink.Channel(index), Stroke = Palette.StrokeOf(index) };
    }
}
