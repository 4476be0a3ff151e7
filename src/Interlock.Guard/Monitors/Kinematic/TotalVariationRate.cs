using Interlock.Guard.Monitors.Kernels;

namespace Interlock.Guard.Monitors.Kinematic;

/// <summary>
/// Path length per step, summed over the channels: ‖v_t‖₁, mean over the episode. The published total grows with the length of
/// the episode and predicts little else; the rate does not grow.
/// </summary>
internal sealed class TotalVariationRate : IMonitor
{
    private RunningMean _episode;

    public MonitorInfo Info { get; } = new(
        "total_variation_rate", "unit/step", MonitorDirection.Higher, "Sum over channels of the absolute motion per step");

    public double StepValue { get; private set; } = double.NaN;

    public double EpisodeValue => _episode.Value;

    public void Observe(MotionFrame frame)
    {
        if (frame.MotionCount > 0)
        {
            StepValue = frame.MotionL1;
            _episode.Add(StepValue);
        }
    }

    public void Reset()
    {
        StepValue = double.NaN;
        _episode.Reset();
    }
}
