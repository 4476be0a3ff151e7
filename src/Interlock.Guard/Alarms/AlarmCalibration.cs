namespace Interlock.Guard.Alarms;

/// <summary>Thresholds of the alarms. What could not be calibrated is null or absent.</summary>
public sealed record AlarmCalibration
{
    /// <summary>Accumulation of improbable actions.</summary>
    public CusumCalibration? Cusum { get; init; }

    /// <summary>How monitors normally run over an episode.</summary>
    public IReadOnlyList<FunctionalBand> Bands { get; init; } = [];

    /// <summary>Alarms on one band or on several together.</summary>
    public IReadOnlyList<BandRule> BandRules { get; init; } = [];

    /// <summary>Alarms on two bands at once.</summary>
    public IReadOnlyList<ConjunctionRule> Conjunctions { get; init; } = [];

    /// <summary>Slow shift over episodes.</summary>
    public EpisodeShiftCalibration? EpisodeShift { get; init; }
}
