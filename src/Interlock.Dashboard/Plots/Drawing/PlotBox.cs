namespace Interlock.Dashboard.Plots.Drawing;

/// <summary>A box in the picture in px.</summary>
internal readonly record struct PlotBox(double X, double Y, double Width, double Height)
{
    public double Right => X + Width;

    public double Bottom => Y + Height;
}
