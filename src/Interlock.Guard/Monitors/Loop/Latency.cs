using Interlock.Guard.Monitors.Kernels;

namespace Interlock.Guard.Monitors.Loop;

/// <summary>
/// Time from observation to action, in milliseconds, as the caller measured it; mean over the measured steps.
/// <para>The published toolkit measures the time between two calls instead, which contains everything else in the loop.</para>
/// </summary>
internal sealed class Latency : IMonitor
{
    private RunningMean _episode;

    public MonitorInfo Info { get; } = new(
        "latency", "ms", MonitorDirection.Higher, "Time from observation to action");

    public double StepValue { get; private set; } = double.NaN;

    public double EpisodeValue => _episode.Value;

    public void Observe(MotionFrame frame) => Observe(frame.Facts);

    public void Observe(in StepFacts facts)
    {
        StepValue = facts.LatencyMs;
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
