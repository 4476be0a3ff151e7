using Interlock.Core.Contract;
using Interlock.Policies.Scheduling;
using Interlock.Runtime.Configuration.Settings;
using Interlock.Runtime.Loop;

namespace Interlock.Runtime.Session.Making;

/// <summary>From the settings of a schedule to a scheduler.</summary>
internal static class ScheduleMaking
{
    public static ChunkScheduler Make(ScheduleSettings settings, LoopRates rates, SafetyContract contract, int maxRows)
    {
        ChunkScheduleOptions options = new()
        {
            Blending = Enum.Parse<Policies.Scheduling.ChunkBlending>(settings.Blending.ToString()),
            RecomputeEverySteps = settings.RecomputeEverySteps,
            QueueThreshold = settings.QueueThreshold,
            CrossFadeSteps = settings.CrossFadeSteps,
            EnsembleDecayPerStep = settings.EnsembleDecay,
            PolicyRateHz = rates.PolicyHz,
            ControlRateHz = rates.ControlHz,
            Interpolation = Enum.Parse<ChunkInterpolation>(settings.Interpolation.ToString()),
            MaxStaleSteps = settings.MaxStaleSteps,
            OnStarvation = Enum.Parse<Starvation>(settings.OnStarvation.ToString()),
        };
        double[] turns = [.. FullTurns.Of(contract).Select(turn => turn > 0 ? turn : double.NaN)];
        return new ChunkScheduler(options, contract.Channels.Count, maxRows, turns);
    }
}
