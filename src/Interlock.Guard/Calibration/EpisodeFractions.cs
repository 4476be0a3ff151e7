namespace Interlock.Guard.Calibration;

/// <summary>Shares of the episodes that go to each part of the split; positive, and 1 in sum.</summary>
/// <param name="Fit">Makes means, scales and models.</param>
/// <param name="Calibration">Makes scores and thresholds.</param>
/// <param name="Holdout">Measures what was claimed.</param>
public sealed record EpisodeFractions(double Fit, double Calibration, double Holdout)
{
    /// <summary>0.2, 0.6, 0.2: with 32 episodes 20 calibrate, one more than the fewest that carry a claim at alpha = 0.05.</summary>
    public static readonly EpisodeFractions Default = new(0.2, 0.6, 0.2);
}
