using Interlock.Guard.Channels;
using Interlock.Guard.Monitors;

namespace Interlock.Guard.Tests.Monitors;

/// <summary>Feeds an episode to a single monitor and keeps the value of every step.</summary>
internal sealed class MonitorRunner(ChannelLayout layout, IMonitor monitor)
{
    private readonly MotionFrame _frame = new(layout);

    public double[] Steps(double[][] actions, Func<int, StepFacts>? facts = null) => [.. actions.Select((action, t) =>
    {
        _frame.Push(action, facts?.Invoke(t) ?? StepFacts.None);
        monitor.Observe(_frame);
        return monitor.StepValue;
    })];

    public double Episode(double[][] actions, Func<int, StepFacts>? facts = null)
    {
        Steps(actions, facts);
        return monitor.EpisodeValue;
    }

    public void Reset()
    {
        _frame.Reset();
        monitor.Reset();
    }
}
