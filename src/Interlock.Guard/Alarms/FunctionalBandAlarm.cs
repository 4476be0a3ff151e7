namespace Interlock.Guard.Alarms;

/// <summary>A monitor, or any of several, leaves its functional conformal band. Fires on the step at which it leaves.</summary>
/// <param name="rule">Which monitors, and how far.</param>
/// <param name="scores">One for each of its monitors.</param>
/// <param name="positions">Of those monitors in the bank.</param>
internal sealed class FunctionalBandAlarm(BandRule rule, BandScore[] scores, int[] positions)
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

    /// <summary>The monitor that is farthest off.</summary>
    public AlarmReading Read()
    {
        int worst = 0;
        for (int i = 1; i < scores.Length; i++)
        {
            worst = scores[i].Value > scores[worst].Value || double.IsNaN(scores[worst].Value) ? i : worst;
        }

        return new AlarmReading(positions[worst], scores[worst].Value, _threshold);
    }

    public void Reset() => IsAbove = false;
}
