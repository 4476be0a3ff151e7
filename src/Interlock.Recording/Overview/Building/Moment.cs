namespace Interlock.Recording.Overview.Building;

/// <summary>A step with a small margin.</summary>
internal sealed class Moment(long ns, long tick, double margin)
{
    public long Ns => ns;

    public long Tick => tick;

    public double Margin => margin;

    public string? Channel { get; set; }
}
