using System.Globalization;
using Interlock.Guard.Calibration.Holdout;

namespace Interlock.Guard.Calibration.Report;

/// <summary>
/// How many steps of an episode the guard changes when it enforces the limits of the contract in mode clip, first commands
/// not limited in speed (as in a replay without measured states).
/// </summary>
public sealed record GuardClipRate
{
    /// <summary>
    /// (Σ_e changed share of the steps of e + 1)/(n + 1) over n calibration episodes, each replayed through limits made without it.
    /// On average over calibrations not below the expected share in a new episode, as far as one more episode only widens the limits: it does
    /// widen the box; that it narrows no percentile is an assumption.
    /// </summary>
    public required double Claimed { get; init; }

    /// <summary>Calibration episodes that the claim counts.</summary>
    public required int Episodes { get; init; }

    /// <summary>The share in held-out episodes, under limits made without them.</summary>
    public required Proportion Holdout { get; init; }

    /// <summary>The claim in words.</summary>
    public string Words => string.Create(
        CultureInfo.InvariantCulture,
        $"The guard in mode clip changes an expected fraction of at most {Claimed:0.####} of the steps of a new episode: (sum + 1)/(n + 1) over {Episodes} calibration episodes, each replayed through limits made without it. Valid on average over calibrations where one more episode can only widen the limits, as it does the box; for percentile rate limits that is an assumption, which makes the number an estimate");
}
