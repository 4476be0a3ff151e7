namespace Interlock.Guard.Alarms;

/// <summary>Novel and confused at once: two monitors are both above the same deviation. Fires on the step at which that begins.</summary>
internal sealed class ConjunctionAlarm(ConjunctionRule rule, BandScore novel, BandScore confused)
{
    private readonly double _threshold = rule.Threshold;

    public ConjunctionRule Rule { get; } = rule;

    /// <summary>True while both are above.</summary>
    public bool IsAbove { get; private set; }

    public bool Observe()
    {
        bool above = novel.Value > _threshold && confused.Value > _threshold;
        bool fires = above && !IsAbove;
        IsAbove = above;
        return fires;
    }

    public void Reset() => IsAbove = false;
}
