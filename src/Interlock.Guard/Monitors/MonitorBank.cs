using Interlock.Core.Contract;
using Interlock.Guard.Calibration.Models;
using Interlock.Guard.Channels;
using Interlock.Guard.Monitors.Kernels;
using Interlock.Guard.Monitors.Profiles;

namespace Interlock.Guard.Monitors;

/// <summary>
/// All monitors of one action stream: the policy's raw actions, or the executed ones. Step values belong to the newest step and
/// stay NaN while a monitor lacks steps, a model or a limit; nothing is made up.
/// </summary>
internal sealed class MonitorBank
{
    private const string ExecutedPrefix = "executed_";

    private readonly MotionFrame _frame;
    private readonly MotionMonitors _motion;
    private readonly PolicyMonitors? _policy;
    private readonly IMonitor[] _monitors;

    /// <summary>Every monitor, for the policy's raw actions.</summary>
    public MonitorBank(ChannelLayout layout, PolicyProfile profile, MonitorModels? models, MonitorLimits? limits = null)
        : this(new ChannelLanes(layout), models, channels => new PolicyMonitors(channels, models, limits), prefix: "")
    {
        Profile = MonitorProfile.For(profile);
    }

    private MonitorBank(ChannelLanes channels, MonitorModels? models, Func<ChannelLanes, PolicyMonitors?> policy, string prefix)
    {
        _frame = new MotionFrame(channels);
        _motion = new MotionMonitors(channels, models);
        _policy = policy(channels);
        _monitors = [.. _motion.All, .. _policy?.All ?? []];
        Infos = [.. _monitors.Select(monitor => monitor.Info with { Name = prefix + monitor.Info.Name })];
        Profile = MonitorProfile.For(PolicyProfile.Unknown);
    }

    public IReadOnlyList<MonitorInfo> Infos { get; }

    /// <summary>Which of the monitors deserve trust for the policy.</summary>
    public MonitorProfile Profile { get; }

    public int Count => _monitors.Length;

    /// <summary>The monitors of the executed commands, named <c>executed_…</c>.</summary>
    public static MonitorBank ForExecuted(ChannelLayout layout, MonitorModels? models) =>
        new(new ChannelLanes(layout), models, _ => null, ExecutedPrefix);

    public double StepValue(int index) => _monitors[index].StepValue;

    public double EpisodeValue(int index) => _monitors[index].EpisodeValue;

    /// <summary>Position of the monitor called <paramref name="name"/>; −1 when there is none.</summary>
    public int IndexOf(string name)
    {
        for (int i = 0; i < Infos.Count; i++)
        {
            if (Infos[i].Name == name)
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary>Writes the step values of all monitors, in the order of <see cref="Infos"/>.</summary>
    public void CopyStepValues(Span<double> values)
    {
        for (int i = 0; i < _monitors.Length; i++)
        {
            values[i] = _monitors[i].StepValue;
        }
    }

    /// <summary>One step: an action of D finite numbers.</summary>
    public void Observe(ReadOnlySpan<double> action, in StepFacts facts)
    {
        _frame.Push(action, facts);
        _motion.Observe(_frame);
        _policy?.Observe(_frame);
    }

    /// <summary>
    /// A step whose action was not finite: the novelty monitors take it as the most novel action there is, and what the guard
    /// and the loop did is
    /// counted. All other monitors keep their state; the next motion is measured from the last finite action.
    /// </summary>
    public void ObserveNonFinite(in StepFacts facts) => _policy?.ObserveNonFinite(facts);

    /// <summary>
    /// A new chunk has arrived, row-major samples×horizon×D, in absolute commands; its first row is for the next step to be observed.
    /// </summary>
    public void ObserveChunk(ReadOnlySpan<double> chunk, int sampleCount, int horizon) =>
        _policy?.ObserveChunk(chunk, sampleCount, horizon);

    public void Reset()
    {
        _frame.Reset();
        foreach (IMonitor monitor in _monitors)
        {
            monitor.Reset();
        }

        _policy?.ResetShared();
    }
}
