namespace Interlock.Guard.Alarms;

/// <summary>What is asked of the alarms.</summary>
public sealed record AlarmOptions
{
    /// <summary>One false alarm in an hour of normal operation.</summary>
    public const double DefaultFalseAlarmsPerHour = 1;

    /// <summary>Steps over which a monitor is averaged: a third of a second at 30 Hz.</summary>
    public const int DefaultWindowSteps = 10;

    /// <summary>Chance that the shift test ever cries wolf.</summary>
    public const double DefaultShiftAlpha = 0.01;

    /// <summary>False alarms of the CUSUM per hour of normal operation, above 0.</summary>
    public double FalseAlarmsPerHour { get; init; } = DefaultFalseAlarmsPerHour;

    /// <summary>Chance that a normal episode ever crosses a band, in (0, 1); null takes the alpha of the box.</summary>
    public double? EpisodeAlpha { get; init; }

    /// <summary>Monitors with a band, by name; null takes the primary and secondary ones of the policy's profile.</summary>
    public IReadOnlyList<string>? BandMonitors { get; init; }

    /// <summary>
    /// False: one band alarm over all of these monitors, and a normal episode crosses any of them with chance alpha at
    /// most. True: an alarm for each, which holds for each by itself.
    /// </summary>
    public bool SeparateBands { get; init; }

    /// <summary>The monitor that says the situation is novel, for the conjunction; null for no conjunction.</summary>
    public string? NovelMonitor { get; init; } = "out_of_distribution";

    /// <summary>The monitor that says the policy is confused, for the conjunction; null for no conjunction.</summary>
    public string? ConfusedMonitor { get; init; } = "reversal_rate";

    /// <summary>Steps over which monitors are averaged before they are compared with a band; 1 compares every step.</summary>
    public int WindowSteps { get; init; } = DefaultWindowSteps;

    /// <summary>Chance that the shift test ever fires without a shift, in (0, 1).</summary>
    public double ShiftAlpha { get; init; } = DefaultShiftAlpha;
}
