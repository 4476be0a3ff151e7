using Interlock.Core.Contract;
using Interlock.Core.Episodes;
using Interlock.Guard.Calibration.Demonstrations;
using Interlock.Guard.Calibration.Holdout;
using Interlock.Guard.Calibration.Report;

namespace Interlock.Guard.Calibration.Clipping;

/// <summary>
/// How many steps of a new episode the guard changes: claimed from calibration episodes, each replayed through limits made without it,
/// and measured on held-out episodes. A command that was clamped lags and is clamped again while it catches up, so the share of
/// steps beyond a limit does not say it.
/// </summary>
internal sealed class ClipRateCheck(DemonstrationSet set, EpisodeSplit split)
{
    // A step of the limits costs about 0.1 µs; so many, twice, are hardly felt.
    private const long ReplayedSteps = 1 << 16;
    private const int FewestClaiming = 40;
    private const int FewestChecked = 20;

    /// <param name="limits">Limits without a given calibration episode.</param>
    /// <param name="heldOutLimits">Contract made without the held-out episodes.</param>
    public GuardClipRate Run(LeftOutLimits limits, SafetyContract heldOutLimits)
    {
        HashSet<int> calibration = [.. set.Leading(split.Calibration, ReplayedSteps, FewestClaiming)];
        return new GuardClipRate
        {
            Claimed = (Losses(calibration, limits) + 1) / (calibration.Count + 1),
            Episodes = calibration.Count,
            Holdout = Measure([.. set.Leading(split.Holdout, ReplayedSteps, FewestChecked)], heldOutLimits),
        };
    }

    private double Losses(HashSet<int> calibration, LeftOutLimits limits)
    {
        int[] owners = [.. split.Calibration.Order()];
        double sum = 0;
        foreach ((int position, Episode episode) in set.Read(calibration))
        {
            int owner = Array.BinarySearch(owners, position);
            ClipReplay replay = new(limits.Without(owner, set.Facts[position], episode));
            sum += (double)replay.Changed(episode) / episode.Length;
        }

        return sum;
    }

    private Proportion Measure(HashSet<int> holdout, SafetyContract contract)
    {
        ClipReplay replay = new(contract);
        EpisodeProportion changed = new();
        foreach ((int _, Episode episode) in set.Read(holdout))
        {
            changed.Add(replay.Changed(episode), episode.Length);
        }

        return changed.Result();
    }
}
