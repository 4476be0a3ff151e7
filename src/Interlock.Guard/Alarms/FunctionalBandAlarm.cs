namespace Interlock.Guard.Alarms;

/// <summary>A monitor, or any of several, leaves its functional conformal band. Fires on the step at which it leaves.</summary>
internal sealed class FunctionalBandAlarm(BandRule rule, BandScore[] scores)
{
    private readonly double _threshold = rule.Threshold;

    public BandRule Rule { get; } = rule;

    /// <summary>True while a monitor is above its band.</summary>
    public bool IsAbove { get; private set; }

    public bool Observe()
    {
        bool above = false;
        foreach (BandScore score in scores)
        {
            above |= score.Value > _threshold;
        }

        bool fires = above && !IsAbove;
        IsAbove = above;
        return fires;
    }

    public void Reset() => IsAbove = false;
}
