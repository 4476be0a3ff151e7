using Interlock.Core.Contract;
using Interlock.Guard.Calibration.Models;
using Interlock.Guard.Channels;

namespace Interlock.Guard.Monitors;

/// <summary>All monitors of one action stream: the policy's raw actions, or the executed ones.</summary>
internal sealed class MonitorBank
{
    private readonly MotionFrame _frame;
    private readonly IMonitor[] _monitors;

    public MonitorBank(ChannelLayout layout, PolicyProfile profile, MonitorModels? models)
    {
        _ = profile;
        _ = models;
        _frame = new MotionFrame(layout);
        _monitors = [];
        Infos = [.. _monitors.Select(monitor => monitor.Info)];
    }

    public IReadOnlyList<MonitorInfo> Infos { get; }

    public int Count => _monitors.Length;

    public double StepValue(int index) => _monitors[index].StepValue;

    public double EpisodeValue(int index) => _monitors[index].EpisodeValue;

    public void Observe(ReadOnlySpan<double> action, in StepFacts facts)
    {
        _frame.Push(action, facts);
        foreach (IMonitor monitor in _monitors)
        {
            monitor.Observe(_frame);
        }
    }

    /// <summary>A step whose action was not finite: only the novelty monitors take notice, as the most novel value there is.</summary>
    public void ObserveNonFinite(in StepFacts facts) => _ = facts;

    /// <summary>A new chunk has arrived, row-major samples×horizon×D.</summary>
    public void ObserveChunk(ReadOnlySpan<double> chunk, int sampleCount, int horizon) => _ = chunk;

    public void Reset()
    {
        _frame.Reset();
        foreach (IMonitor monitor in _monitors)
        {
            monitor.Reset();
        }
    }
}
