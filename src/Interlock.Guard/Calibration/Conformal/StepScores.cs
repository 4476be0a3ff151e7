using System.Runtime.CompilerServices;

namespace Interlock.Guard.Calibration.Conformal;

/// <summary>
/// Scores of the steps of the calibration episodes, largest first, each with the weight 1/(steps scored in its episode):
/// an episode counts once however long it is.
/// </summary>
internal sealed class StepScores
{
    // 20 · 0.05 is 1 in exact arithmetic; rounding noise must not lose a step.
    private const double RoundingNoise = 1e-9;

    private readonly double[] _scores;
    private readonly int[] _owners;
    private readonly double[] _weightOfEpisode;

    private StepScores(double[] scores, int[] owners, double[] weightOfEpisode)
    {
        _scores = scores;
        _owners = owners;
        _weightOfEpisode = weightOfEpisode;
    }

    public int EpisodeCount => _weightOfEpisode.Length;

    public int Count => _scores.Length;

    /// <param name="scores">Scores in any order; taken over.</param>
    /// <param name="owners">Episode of each score, 0 to <paramref name="episodes"/> − 1; taken over.</param>
    /// <param name="episodes">Number of episodes, each with at least one score.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static StepScores Of(double[] scores, int[] owners, int episodes)
    {
        double[] weights = new double[episodes];
        foreach (int owner in owners)
        {
            weights[owner]++;
        }

        for (int e = 0; e < episodes; e++)
        {
            weights[e] = 1 / weights[e];
        }

        Array.Sort(scores, owners);
        Array.Reverse(scores);
        Array.Reverse(owners);
        return new StepScores(scores, owners, weights);
    }

    /// <summary>
    /// Conformal risk control over episodes (Angelopoulos et al. 2022): the smallest q with
    /// (Σ_e fraction of steps of e above q + 1)/(n + 1) ≤ alpha; null when alpha &lt; 1/(n + 1), where there is none.
    /// The expected fraction of steps above q in a new exchangeable episode is then at most alpha.
    /// </summary>
    public double? ThresholdAtRisk(double alpha) => ThresholdWithin((alpha * (EpisodeCount + 1)) - 1, without: -1);

    /// <summary>The smallest score above which at most <paramref name="weight"/> episodes' worth of steps lie; 0 or more.</summary>
    public double ThresholdLeaving(double weight) => ThresholdWithin(weight, without: -1)!.Value;

    /// <summary>The threshold at risk, made without one of the episodes, so that this episode can be judged as a new one.</summary>
    public double? ThresholdAtRiskWithout(int episode, double alpha) => ThresholdWithin((alpha * EpisodeCount) - 1, episode);

    /// <summary>The smallest score of the other episodes above which at most <paramref name="weight"/> episodes' worth of their steps lie.</summary>
    public double ThresholdLeavingWithout(int episode, double weight) => ThresholdWithin(weight, episode)!.Value;

    /// <summary>
    /// The score of the other episodes that leaves as many episodes' worth of steps above it as the threshold at risk does: it never lies above
    /// that threshold, and one more episode could only raise it.
    /// </summary>
    public double SameRiskWithout(int episode, double alpha) => ThresholdWithin(Math.Max(0, (alpha * (EpisodeCount + 1)) - 1), episode)!.Value;

    /// <summary>
    /// At most <paramref name="limit"/> finite scores, ascending, and a number of unseen scores beyond them, such that the
    /// textbook p-value over both never falls below (Σ_e fraction of steps of e at or above s + 1)/(n + 1).
    /// </summary>
    public (double[] Sorted, int Unseen) ThinnedByEpisode(int limit) => Thinned(limit, EpisodeCount + 1.0, _weightOfEpisode);

    /// <summary>The same over single steps, as if they were independent; without a claim.</summary>
    public (double[] Sorted, int Unseen) ThinnedBySteps(int limit)
    {
        double[] ones = new double[EpisodeCount];
        Array.Fill(ones, 1.0);
        return Thinned(Math.Min(limit, Count), Count + 1.0, ones);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private double? ThresholdWithin(double allowed, int without)
    {
        if (allowed < -RoundingNoise)
        {
            return null;
        }

        double above = 0;
        for (int i = 0; i < _scores.Length; i++)
        {
            above += _owners[i] == without ? 0 : _weightOfEpisode[_owners[i]];
            if (above > allowed + RoundingNoise)
            {
                return _scores[i];
            }
        }

        return _scores[^1];
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private (double[] Sorted, int Unseen) Thinned(int limit, double total, double[] weights)
    {
        double perStored = total / (limit + 1);
        int unseen = Math.Max(0, (int)Math.Ceiling((1 / perStored) - 1 - RoundingNoise));
        List<double> largestFirst = [];
        double weight = 1;
        int i = 0;
        while (i < _scores.Length)
        {
            double score = _scores[i];
            for (; i < _scores.Length && _scores[i] == score; i++)
            {
                weight += weights[_owners[i]];
            }

            // p over the stored scores is (1 + stored at or above s)/(limit + 1); it has to reach weight/total here.
            int wanted = Math.Min(limit, (int)Math.Ceiling((weight / perStored) - 1 - RoundingNoise));
            while (largestFirst.Count + unseen < wanted)
            {
                largestFirst.Add(score);
            }
        }

        largestFirst.Reverse();
        return ([.. largestFirst], unseen);
    }
}
