namespace Interlock.Guard.Alarms;

/// <summary>Novel and confused at once: two monitors are both above the same deviation. Fires on the step at which that begins.</summary>
/// <param name="rule">Which monitors, and how far.</param>
/// <param name="novel">Score of the first.</param>
/// <param name="confused">Score of the second.</param>
/// <param name="position">Of the second in the bank.</param>
internal sealed class ConjunctionAlarm(ConjunctionRule rule, BandScore novel, BandScore confused, int position)
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

    /// <summary>How far both are off.</summary>
    public AlarmReading Read() => new(position, Math.Min(novel.Value, confused.Value), _threshold);

    public void Reset() => IsAbove = false;
}
