using Interlock.Core.Contract;
using Interlock.Core.Episodes;
using Interlock.Guard.Calibration.Models;
using Interlock.Guard.Channels;
using Interlock.Guard.Monitors;

namespace Interlock.Guard.Alarms.Learning;

/// <summary>Runs recorded episodes through the monitors, as the guard would.</summary>
internal sealed class MonitorTrace
{
    private readonly SafetyContract _contract;
    private readonly MonitorModels _models;

    public MonitorTrace(SafetyContract contract, MonitorModels models)
    {
        _contract = contract;
        _models = models;
        Bank = NewBank();
    }

    public MonitorBank Bank { get; }

    public MonitorBank NewBank()
    {
        ChannelLayout layout = new(_contract);
        return new MonitorBank(layout, _contract.Monitors?.Profile ?? PolicyProfile.Unknown, _models, MonitorLimits.Of(_contract, layout));
    }

    /// <summary>Calls <paramref name="onStep"/> after every step of an episode.</summary>
    public void Run(Episode episode, Action<int> onStep)
    {
        Bank.Reset();
        StepFacts facts = StepFacts.None;
        for (int t = 0; t < episode.Length; t++)
        {
            Bank.Observe(episode.Action(t), facts);
            onStep(t);
        }
    }
}
