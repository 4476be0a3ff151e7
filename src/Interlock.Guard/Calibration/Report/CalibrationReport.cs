using Interlock.Core.Diagnostics;
using Interlock.Guard.Calibration.Holdout;

namespace Interlock.Guard.Calibration.Report;

/// <summary>What a calibration found out, claimed and measured.</summary>
public sealed record CalibrationReport
{
    /// <summary>What was asked for, and whether it could be promised.</summary>
    public required CoverageStatement Coverage { get; init; }

    /// <summary>Episodes that made means, scales and models.</summary>
    public required int FitEpisodes { get; init; }

    /// <summary>Episodes that made thresholds.</summary>
    public required int CalibrationEpisodes { get; init; }

    /// <summary>Episodes that checked.</summary>
    public required int HoldoutEpisodes { get; init; }

    /// <summary>Fewest calibration episodes that could carry the asked claim.</summary>
    public required int SmallestCalibrationEpisodes { get; init; }

    /// <summary>Every channel, in action order.</summary>
    public required IReadOnlyList<ChannelReport> Channels { get; init; }

    /// <summary>
    /// The promised quantity on held-out episodes: steps inside the box for all channels at once (or, per joint, the mean
    /// over channels), or episodes that never leave it.
    /// </summary>
    public required Proportion HoldoutCoverage { get; init; }

    /// <summary>Fraction of held-out steps with every channel inside.</summary>
    public required Proportion HoldoutStepCoverage { get; init; }

    /// <summary>Fraction of held-out episodes that never leave the box.</summary>
    public required Proportion HoldoutEpisodeCoverage { get; init; }

    /// <summary>Fraction of held-out steps with any channel above a rate limit that was made without the held-out episodes.</summary>
    public required Proportion HoldoutVelocityExceedance { get; init; }

    /// <summary>
    /// Conformal p-values of held-out steps, episode after episode, of each equally many and evenly spread; 2,048 at most, in (0, 1]. Flat where the held-out
    /// episodes are like the calibration's. Neighbouring steps resemble each other, so some unevenness is chance.
    /// </summary>
    public required IReadOnlyList<double> HoldoutPValues { get; init; }

    /// <summary>Share of the steps that the guard changes in mode clip.</summary>
    public required GuardClipRate ClipRate { get; init; }

    /// <summary>Comparison with the usual heuristic.</summary>
    public required FourSigmaComparison FourSigma { get; init; }

    /// <summary>Claims beside what was achieved.</summary>
    public required IReadOnlyList<ClaimReport> Claims { get; init; }

    /// <summary>Everything odd that was met on the way.</summary>
    public required IReadOnlyList<Diagnostic> Findings { get; init; }
}
