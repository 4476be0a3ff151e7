using Interlock.Guard.Monitors.Kernels;

namespace Interlock.Guard.Monitors.Loop;

/// <summary>
/// Whether the action took longer than its budget (strictly); share of such steps among the measured ones. The budget is the
/// watchdog's age limit, or else the control period; without either, and at steps that were not measured, the value is NaN.
/// </summary>
internal sealed class LatencyBudget(MonitorLimits? limits) : IMonitor
{
    private readonly double? _budgetMs = limits?.LatencyBudgetMs;
    private RunningMean _episode;

    public MonitorInfo Info { get; } = new(
        "latency_budget", "", MonitorDirection.Higher, "1 when the action came later than its budget; share of such steps over the episode");

    public double StepValue { get; private set; } = double.NaN;

    public double EpisodeValue => _episode.Value;

    public void Observe(MotionFrame frame) => Observe(frame.Facts);

    public void Observe(in StepFacts facts)
    {
        StepValue = double.NaN;
        if (_budgetMs is { } budget && !double.IsNaN(facts.LatencyMs))
        {
            StepValue = facts.LatencyMs > budget ? 1 : 0;
            _episode.Add(StepValue);
        }
    }

    public void Reset()
    {
        StepValue = double.NaN;
        _episode.Reset();
    }
}
