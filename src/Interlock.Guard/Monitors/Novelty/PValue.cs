using Interlock.Guard.Calibration.Models;
using Interlock.Guard.Monitors.Kernels;

namespace Interlock.Guard.Monitors.Novelty;

/// <summary>
/// Conformal p-value of the action: p = (1 + #{s_i ≥ s}) / (n + 1), s = max_j |a_j − mean_j| / scale_j, s_i the scores of calibration
/// episodes; mean over the episode. On exchangeable data P(p ≤ α) ≤ α, ties included.
/// <para>Source: Vovk et al., Algorithmic Learning in a Random World; the published toolkit counts s_i &gt; s, which is not
/// valid with ties.</para>
/// </summary>
internal sealed class PValue : IMonitor
{
    private readonly StandardisedAction _action;
    private readonly ScoreTable? _scores;
    private RunningMean _episode;

    public PValue(StandardisedAction action, ConformalModel? model)
    {
        _action = action;
        _scores = model?.SortedScores is { Length: > 0 } scores ? new ScoreTable(scores) : null;
    }

    public MonitorInfo Info { get; } = new(
        "p_value", "", MonitorDirection.Lower, "Share of calibration scores at least as extreme as this action's");

    public double StepValue { get; private set; } = double.NaN;

    public double EpisodeValue => _episode.Value;

    public void Observe(MotionFrame frame)
    {
        if (_scores is not null)
        {
            Record(_scores, _scores.CountAtLeast(_action.Largest));
        }
    }

    /// <summary>A non-finite action: p takes its smallest value, which is 1/(n + 1) unless the model holds infinite scores.</summary>
    public void ObserveNonFinite()
    {
        if (_scores is not null)
        {
            Record(_scores, _scores.CountAtLeast(double.PositiveInfinity));
        }
    }

    public void Reset()
    {
        StepValue = double.NaN;
        _episode.Reset();
    }

    private void Record(ScoreTable scores, int atLeast)
    {
        StepValue = (1.0 + atLeast) / (scores.Count + 1.0);
        _episode.Add(StepValue);
    }
}
