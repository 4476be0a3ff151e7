using Interlock.Core.Contract;
using Interlock.Runtime.Configuration.Settings;
using Interlock.Runtime.Supervision;

namespace Interlock.Runtime.Session.Making;

/// <summary>From the settings and the contract to the supervisor's options.</summary>
internal static class SupervisorMaking
{
    public static SupervisorOptions Options(RunSettings settings, SafetyContract contract, double rateHz)
    {
        SupervisorSettings chosen = settings.Supervisor;
        SupervisorOptions defaults = new();
        return defaults with
        {
            ObservationAgeLimitMs = chosen.ObservationMaxAgeMs,
            StateAgeLimitMs = settings.Loop.StateMaxAgeMs,
            StateFrozenLimitMs = chosen.StateFrozenMs,
            ChunkAgeLimitMs = chosen.ChunkMaxAgeMs,
            ForceLimitN = contract.Force?.MaxForceN,
            TorqueLimitNm = contract.Force?.MaxTorqueNm,
            ContactTicks = chosen.ContactTicks,
            GuardRejectLimit = chosen.GuardRejects,
            MissedTickLimit = settings.Loop.MaxMissed,
            MissedTickWindow = settings.Loop.MissedWindow,
            OnRecorderLoss = Enum.Parse<RecorderLoss>(chosen.OnRecorderFailure.ToString()),
            OnAlarm = Enum.Parse<AlarmReaction>(chosen.OnAlarm.ToString()),
            ConfidenceThreshold = settings.Confidence.AskBelowP ?? defaults.ConfidenceThreshold,
            ResumeAfterTransient = chosen.AutoResume,
            RecoverAfterTicks = Math.Max(1, (int)Math.Ceiling(chosen.RecoverAfterS * rateHz)),
            FailureLimit = chosen.ConsecutiveFailures,
            EscalationLimit = chosen.Escalations,
            HoldLimitS = chosen.HoldLimitS,
            AnswerLimitS = chosen.AnswerLimitS,
            DegradedLimitScale = chosen.DegradedLimitScale,
            HasFallbackPolicy = settings.FallbackPolicy is not null,
            HumanAgeLimitMs = chosen.HumanMaxAgeMs,
            StopSettleMs = chosen.StopSettleMs,
        };
    }
}
