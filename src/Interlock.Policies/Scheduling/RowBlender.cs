namespace Interlock.Policies.Scheduling;

/// <summary>
/// Joins a new row with the plan's row for the same step, channel by channel. A value that is not finite never mixes: a new one stands as it
/// is, so that the guard sees it, and an old one gives way.
/// </summary>
internal sealed class RowBlender
{
    private readonly ChunkBlending _blending;
    private readonly int _fadeSteps;
    private readonly double[] _newestShare;

    public RowBlender(ChunkScheduleOptions options, int maxRows)
    {
        _blending = options.Blending;
        _fadeSteps = options.CrossFadeSteps;
        _newestShare = NewestShares(options.EnsembleDecayPerStep, maxRows);
    }

    public bool KeepsOlderTail => _blending == ChunkBlending.TemporalEnsemble;

    /// <summary>The share of the new row.</summary>
    /// <param name="index">Steps since the splice: 0 for the next step to be executed.</param>
    /// <param name="overlap">Steps that both plan and chunk speak of.</param>
    /// <param name="predictions">Chunks that have predicted the plan's row.</param>
    public double NewShare(int index, int overlap, int predictions) => _blending switch
    {
        ChunkBlending.CrossFade => FadeShare(index, Math.Min(_fadeSteps, overlap)),
        ChunkBlending.TemporalEnsemble => _newestShare[Math.Min(predictions, _newestShare.Length - 1)],
        ChunkBlending.WeightedAverage => 0.7,
        ChunkBlending.Average => 0.5,
        ChunkBlending.Conservative => 0.3,
        _ => 1,
    };

    public static void Blend(Span<double> old, ReadOnlySpan<double> fresh, double newShare)
    {
        for (int i = 0; i < old.Length; i++)
        {
            bool mixes = newShare < 1 && double.IsFinite(old[i]) && double.IsFinite(fresh[i]);
            old[i] = mixes ? ((1 - newShare) * old[i]) + (newShare * fresh[i]) : fresh[i];
        }
    }

    private static double FadeShare(int index, int steps) => index < steps ? (index + 1.0) / (steps + 1) : 1;

    /// <summary>wₙ/(w₀ + … + wₙ): what the running mean of ACT's ensemble gives to a prediction that joins n older ones.</summary>
    private static double[] NewestShares(double decayPerStep, int maxRows)
    {
        double[] shares = new double[maxRows + 1];
        double sumOverNewest = 0;
        for (int n = 0; n < shares.Length; n++)
        {
            sumOverNewest = (sumOverNewest * Math.Exp(decayPerStep)) + 1;
            shares[n] = 1 / sumOverNewest;
        }

        return shares;
    }
}
