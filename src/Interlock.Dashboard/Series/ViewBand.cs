namespace Interlock.Dashboard.Series;

/// <summary>
/// The functional band of a monitor (docs/alarms.md): its usual course over an episode, and where an alarm would go off. The alarm compares the mean of the newest
/// values, so a single value beyond the limit is none yet. Values are in the monitor's unit, one for each bin of time; the last holds for ever.
/// </summary>
public sealed record ViewBand
{
    /// <summary>Name of the alarm.</summary>
    public required string Alarm { get; init; }

    /// <summary>Chance that a normal episode ever sets the alarm off, at most; 0 to 1. The alarm may watch other monitors as well.</summary>
    public required double Alpha { get; init; }

    /// <summary>True where the alarm is below the limit.</summary>
    public required bool IsWorseBelow { get; init; }

    /// <summary>Newest values that the alarm averages, 1 or more.</summary>
    public required int WindowSteps { get; init; }

    /// <summary>Length of a bin, s.</summary>
    public required double BinS { get; init; }

    /// <summary>Usual value per bin.</summary>
    public required IReadOnlyList<double> Usual { get; init; }

    /// <summary>Where the alarm begins, per bin.</summary>
    public required IReadOnlyList<double> Limit { get; init; }

    /// <summary>When the alarm was listening. Not drawn elsewhere: where the guard was in its band is not known there.</summary>
    public IReadOnlyList<ViewBandRun> Runs { get; init; } = [];
}
