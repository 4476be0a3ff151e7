using Interlock.Core.Randomness;

namespace Interlock.Guard.Calibration.Demonstrations;

/// <summary>Which episodes fit, which calibrate and which check; whole episodes, shuffled by seed.</summary>
internal sealed class EpisodeSplit
{
    private EpisodeSplit(int[] fit, int[] calibration, int[] holdout)
    {
        Fit = fit;
        Calibration = calibration;
        Holdout = holdout;
    }

    /// <summary>Positions in shuffled order, so that any leading part is a random sample.</summary>
    public int[] Fit { get; }

    public int[] Calibration { get; }

    public int[] Holdout { get; }

    /// <param name="count">Usable episodes, 3 or more.</param>
    /// <param name="fractions">Asked shares.</param>
    /// <param name="seed">Seed of the shuffle.</param>
    public static EpisodeSplit Draw(int count, EpisodeFractions fractions, ulong seed)
    {
        int[] order = [.. Enumerable.Range(0, count)];
        new SeededRandom(seed).Shuffle<int>(order);
        int fit = Math.Clamp((int)Math.Round(count * fractions.Fit), 1, count - 2);
        int holdout = Math.Clamp((int)Math.Round(count * fractions.Holdout), 1, count - fit - 1);
        return new EpisodeSplit(order[..fit], order[fit..(count - holdout)], order[(count - holdout)..]);
    }
}
