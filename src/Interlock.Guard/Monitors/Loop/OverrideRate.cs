using Interlock.Guard.Monitors.Kernels;

namespace Interlock.Guard.Monitors.Loop;

/// <summary>
/// Whether the guard changed or replaced the command; share of such steps over the episode.
/// <para>Source: override rate as a measure of its own, arXiv 2605.28726 leaves it out although its contract changed 31 %
/// of the actions of one policy.</para>
/// </summary>
internal sealed class OverrideRate : IMonitor
{
    private RunningMean _episode;

    public MonitorInfo Info { get; } = new(
        "override_rate", "", MonitorDirection.Higher, "1 when the guard changed or replaced the command; share of such steps over the episode");

    public double StepValue { get; private set; } = double.NaN;

    public double EpisodeValue => _episode.Value;

    public void Observe(MotionFrame frame) => Observe(frame.Facts);

    public void Observe(in StepFacts facts)
    {
        StepValue = facts.Overridden ? 1 : 0;
        _episode.Add(StepValue);
    }

    public void Reset()
    {
        StepValue = double.NaN;
        _episode.Reset();
    }
}
