using Interlock.Guard.Calibration.Models;
using Interlock.Guard.Monitors.Kernels;

namespace Interlock.Guard.Monitors.Novelty;

/// <summary>
/// Conformal p-value of the action: p = (1 + #{s_i ≥ s}) / (n + 1), s = max_j |a_j − mean_j| / scale_j, s_i the scores of calibration
/// episodes; mean over the episode. On exchangeable data P(p ≤ α) ≤ α, ties included.
/// <para>Source: Vovk et al., Algorithmic Learning in a Random World; the published toolkit counts s_i &gt; s, which is not valid with ties.</para>
/// </summary>
internal sealed class PValue : IMonitor
{
    private readonly StandardisedAction _action;
    private readonly double[]? _sortedScores;
    private RunningMean _episode;

    public PValue(StandardisedAction action, ConformalModel? model)
    {
        _action = action;
        _sortedScores = model?.SortedScores is { Length: > 0 } scores ? scores : null;
    }

    public MonitorInfo Info { get; } = new(
        "p_value", "", MonitorDirection.Lower, "Share of calibration scores at least as extreme as this action's");

    public double StepValue { get; private set; } = double.NaN;

    public double EpisodeValue => _episode.Value;

    public void Observe(MotionFrame frame)
    {
        if (_sortedScores is not null)
        {
            Record(_sortedScores, CountBelow(_sortedScores, _action.Largest));
        }
    }

    /// <summary>A non-finite action: nothing in the calibration is as extreme.</summary>
    public void ObserveNonFinite()
    {
        if (_sortedScores is not null)
        {
            Record(_sortedScores, _sortedScores.Length);
        }
    }

    public void Reset()
    {
        StepValue = double.NaN;
        _episode.Reset();
    }

    /// <summary>Number of scores below <paramref name="score"/>, by binary search without branches that the processor could mispredict.</summary>
    internal static int CountBelow(ReadOnlySpan<double> sorted, double score)
    {
        int start = 0;
        int length = sorted.Length;
        while (length > 1)
        {
            int half = length / 2;
            start += sorted[start + half - 1] < score ? half : 0;
            length -= half;
        }

        return start + (sorted[start] < score ? 1 : 0);
    }

    private void Record(double[] scores, int below)
    {
        StepValue = (1.0 + (scores.Length - below)) / (scores.Length + 1.0);
        _episode.Add(StepValue);
    }
}
