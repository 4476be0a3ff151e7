using Interlock.Guard.Calibration.Models;
using Interlock.Guard.Monitors.Kernels;

namespace Interlock.Guard.Monitors.Novelty;

/// <summary>
/// How unusual the total deviation of the action is: |e_t − mean(e)| / σ(e), e = Σ_j |a_j − mean_j| / scale_j; mean over the episode.
/// Both an unusually large and an unusually small energy raise it.
/// <para>Source: action energy of the published toolkit, which sums raw magnitudes, so that the channel with the largest
/// unit decides.</para>
/// </summary>
internal sealed class ActionEnergy(StandardisedAction action, EnergyModel? model) : IMonitor
{
    private RunningMean _episode;

    public MonitorInfo Info { get; } = new(
        "action_energy", "σ", MonitorDirection.Higher, "Deviation of the action's energy from the demonstrations'");

    public double StepValue { get; private set; } = double.NaN;

    public double EpisodeValue => _episode.Value;

    public void Observe(MotionFrame frame)
    {
        if (model is null || double.IsNaN(action.Sum))
        {
            return;
        }

        StepValue = Math.Abs(action.Sum - model.Mean) / model.StandardDeviation;
        _episode.Add(StepValue);
    }

    public void Reset()
    {
        StepValue = double.NaN;
        _episode.Reset();
    }
}
