using Interlock.Guard.Monitors.Kernels;

namespace Interlock.Guard.Monitors.Loop;

/// <summary>
/// Largest change that the guard made to a channel, in channel units; mean over the episode. In shadow mode: that it would
/// have made.
/// </summary>
internal sealed class ClipMagnitude : IMonitor
{
    private RunningMean _episode;

    public MonitorInfo Info { get; } = new(
        "clip_magnitude", "unit", MonitorDirection.Higher, "Largest change that the guard made to a channel");

    public double StepValue { get; private set; } = double.NaN;

    public double EpisodeValue => _episode.Value;

    public void Observe(MotionFrame frame) => Observe(frame.Facts);

    public void Observe(in StepFacts facts)
    {
        StepValue = facts.ClipMagnitude;
        if (double.IsFinite(StepValue))
        {
            _episode.Add(StepValue);
        }
    }

    public void Reset()
    {
        StepValue = double.NaN;
        _episode.Reset();
    }
}
