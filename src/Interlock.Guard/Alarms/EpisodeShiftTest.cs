using Interlock.Core.Randomness;

namespace Interlock.Guard.Alarms;

/// <summary>
/// Anytime-valid test for a slow shift over episodes. Each new episode score is ranked among all scores before it,
/// calibration and earlier episodes alike, ties broken at random: without a shift these conformal p-values are independent
/// and uniform (Vovk, Gammerman and Shafer 2005, theorem 8.2). Wealth is bet on small ones, E = mean over κ of
/// Π κ·p^(κ−1), a martingale; by Ville's inequality it ever reaches 1/alpha with chance alpha at most, however long one looks.
/// </summary>
public sealed class EpisodeShiftTest
{
    /// <summary>Episodes that are remembered (64 KiB); the test ends with them, because its claim needs them all.</summary>
    public const int Capacity = 1 << 13;

    private static readonly double[] Kappas = [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9];

    private readonly double[] _sorted = new double[Capacity];
    private readonly double[] _logWealth = new double[Kappas.Length];
    private readonly SeededRandom _random;
    private readonly double _alpha;
    private int _count;

    /// <param name="calibration">Reference scores and level.</param>
    /// <param name="seed">Seed of the tie-breaking.</param>
    public EpisodeShiftTest(EpisodeShiftCalibration calibration, ulong seed)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(calibration.SortedScores.Length, Capacity);
        calibration.SortedScores.CopyTo(_sorted, 0);
        _count = calibration.SortedScores.Length;
        _alpha = calibration.Alpha;
        _random = new SeededRandom(seed);
    }

    /// <summary>Evidence for a shift so far; 1 is none.</summary>
    public double EValue { get; private set; } = 1;

    /// <summary>Largest evidence ever reached.</summary>
    public double LargestEValue { get; private set; } = 1;

    /// <summary>True once the evidence has reached 1/alpha.</summary>
    public bool HasFired => LargestEValue >= 1 / _alpha;

    /// <summary>True when no more episodes can be taken in.</summary>
    public bool IsExhausted => _count == Capacity;

    /// <summary>Takes in the score of a finished episode, larger is worse; true at the episode that makes the test fire. NaN is ignored.</summary>
    public bool Observe(double episodeScore)
    {
        if (double.IsNaN(episodeScore) || IsExhausted)
        {
            return false;
        }

        bool before = HasFired;
        Bet(PValueOf(episodeScore));
        Insert(episodeScore);
        return HasFired && !before;
    }

    private double PValueOf(double score)
    {
        int above = 0;
        int tied = 1;
        for (int i = _count - 1; i >= 0 && _sorted[i] >= score; i--)
        {
            _ = _sorted[i] > score ? above++ : tied++;
        }

        // 1 − U is in (0, 1]: p is never 0, and wealth stays finite.
        return (above + ((1 - _random.NextDouble()) * tied)) / (_count + 1);
    }

    private void Bet(double p)
    {
        double sum = 0;
        for (int i = 0; i < Kappas.Length; i++)
        {
            _logWealth[i] += Math.Log(Kappas[i]) + ((Kappas[i] - 1) * Math.Log(p));
            sum += Math.Exp(_logWealth[i]);
        }

        EValue = sum / Kappas.Length;
        LargestEValue = Math.Max(LargestEValue, EValue);
    }

    private void Insert(double score)
    {
        int at = Array.BinarySearch(_sorted, 0, _count, score);
        at = at < 0 ? ~at : at;
        Array.Copy(_sorted, at, _sorted, at + 1, _count - at);
        _sorted[at] = score;
        _count++;
    }
}
