using Interlock.Core.Contract;
using Interlock.Core.Episodes;
using Interlock.Guard.Calibration.Models;
using Interlock.Guard.Channels;
using Interlock.Guard.Monitors;

namespace Interlock.Guard.Alarms.Learning;

/// <summary>Runs recorded episodes through the monitors, as the guard would.</summary>
internal sealed class MonitorTrace
{
    /// <param name="contract">The contract.</param>
    /// <param name="models">Models of the monitors.</param>
    /// <param name="watched">Monitors whose values are wanted; the costly ones among the others stay silent. Null for all.</param>
    public MonitorTrace(SafetyContract contract, MonitorModels models, IReadOnlyCollection<string>? watched = null)
    {
        ChannelLayout layout = new(contract);
        PolicyProfile profile = contract.Monitors?.Profile ?? PolicyProfile.Unknown;
        Bank = new MonitorBank(layout, profile, watched is null ? models : Without(models, watched), MonitorLimits.Of(contract, layout));
    }

    public MonitorBank Bank { get; }

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

    private static MonitorModels Without(MonitorModels models, IReadOnlyCollection<string> watched) => models with
    {
        Correlation = watched.Contains("correlation_divergence") ? models.Correlation : null,
        LinearPredictability = watched.Contains("linear_predictability") ? models.LinearPredictability : null,
        Energy = watched.Contains("action_energy") ? models.Energy : null,
    };
}
