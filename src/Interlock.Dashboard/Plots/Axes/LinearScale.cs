namespace Interlock.Dashboard.Plots.Axes;

/// <summary>Values to px along one axis.</summary>
internal sealed class LinearScale
{
    private readonly double _start;
    private readonly double _pxPerUnit;

    /// <param name="from">Value at the first px.</param>
    /// <param name="to">Value at the last px, above <paramref name="from"/>.</param>
    /// <param name="startPx">First px.</param>
    /// <param name="endPx">Last px; below the first where the axis points up.</param>
    public LinearScale(double from, double to, double startPx, double endPx)
    {
        (From, To, _start) = (from, to, startPx);
        // Half ranges, so that the largest doubles do not overflow.
        _pxPerUnit = (endPx - startPx) / ((to / 2) - (from / 2)) / 2;
    }

    public double From { get; }

    public double To { get; }

    public double PxPerUnit => _pxPerUnit;

    public double Px(double value) => _start + (((value / 2) - (From / 2)) * _pxPerUnit * 2);

    public bool Contains(double value) => value >= From && value <= To;

    public double Clamp(double value) => value < From ? From : value > To ? To : value;
}
