namespace Interlock.Recording.Overview.Building;

/// <summary>An event with its repeats.</summary>
internal sealed class EventRun(int key, long ns, long tick, double? value, double? limit)
{
    public int Key => key;

    public long Ns => ns;

    public long Tick => tick;

    public double? Value => value;

    public double? Limit => limit;

    public long Count { get; set; } = 1;
}
