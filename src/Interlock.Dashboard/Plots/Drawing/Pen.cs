using Interlock.Dashboard.Plots.Figures;

namespace Interlock.Dashboard.Plots.Drawing;

/// <summary>How a line is drawn.</summary>
internal readonly record struct Pen(Ink Ink, double WidthPx = 1.5, Stroke Stroke = Stroke.Solid)
{
    private static readonly double[] Dashes = [6, 4];
    private static readonly double[] Dots = [1.5, 3];
    private static readonly double[] LongDashes = [14, 4];
    private static readonly double[] DashesAndDots = [8, 3, 1.5, 3];

    /// <summary>The pen of a mark.</summary>
    public static Pen Of(Mark mark) => new(mark.Ink, mark.Stroke == Stroke.Bold ? 2.5 : 1.5, mark.Stroke);

    /// <summary>Lengths in px that are drawn and left out in turn; empty for an unbroken line.</summary>
    public ReadOnlySpan<double> Pattern => Stroke switch
    {
        Stroke.Dashed => Dashes,
        Stroke.Dotted => Dots,
        Stroke.LongDashed => LongDashes,
        Stroke.DashDotted => DashesAndDots,
        _ => [],
    };
}
