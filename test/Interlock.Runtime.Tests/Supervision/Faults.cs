using Interlock.Runtime.Supervision;

namespace Interlock.Runtime.Tests.Supervision;

/// <summary>The faults that one input can show, by name.</summary>
internal static class Faults
{
    public static readonly SupervisorOptions Options = new() { ForceLimitN = 20, TorqueLimitNm = 5, ChunkAgeLimitMs = 500, ContactTicks = 1, GuardRejectLimit = 1 };

    public static SupervisorInput Healthy(SupervisorInput input) => input with { ForceN = 1, TorqueNm = 0.1, ChunkAgeMs = 50, ObservationAgeNs = 1_000_000, StateAgeNs = 0 };

    public static readonly IReadOnlyDictionary<string, Func<SupervisorInput, SupervisorInput>> All = new Dictionary<string, Func<SupervisorInput, SupervisorInput>>
    {
        [SupervisorCodes.ObservationStale] = input => Healthy(input) with { ObservationAgeNs = 201_000_000 },
        [SupervisorCodes.StateStale] = input => Healthy(input) with { StateAgeNs = SupervisorInput.NeverSeenNs },
        [SupervisorCodes.StateFrozen] = input => Healthy(input) with { StateFrozenNs = 301_000_000 },
        [SupervisorCodes.PolicyFailed] = input => Healthy(input) with { Policy = PolicyHealth.Failed },
        [SupervisorCodes.PolicyHung] = input => Healthy(input) with { Policy = PolicyHealth.Hung },
        [SupervisorCodes.PolicyGone] = input => Healthy(input) with { Policy = PolicyHealth.Gone },
        [SupervisorCodes.PolicyLate] = input => Healthy(input) with { ChunkAgeMs = double.NaN },
        [SupervisorCodes.PolicyStarved] = input => Healthy(input) with { IsStarved = true },
        [SupervisorCodes.RobotLost] = input => Healthy(input) with { Robot = RobotHealth.Lost },
        [SupervisorCodes.RobotRefusing] = input => Healthy(input) with { Robot = RobotHealth.Refusing },
        [SupervisorCodes.DeadlinesMissed] = input => Healthy(input) with { MissedTicks = 11 },
        [SupervisorCodes.ClockJumped] = input => Healthy(input) with { ClockJumped = true },
        [SupervisorCodes.RecorderFailed] = input => Healthy(input) with { RecorderFailed = true },
        [SupervisorCodes.ContractChanged] = input => Healthy(input) with { ContractChanged = true },
        [SupervisorCodes.StatisticsChanged] = input => Healthy(input) with { StatisticsChanged = true },
        [SupervisorCodes.GuardLatched] = input => Healthy(input) with { GuardLatched = true },
        [SupervisorCodes.Force] = input => Healthy(input) with { ForceN = -20.5 },
        [SupervisorCodes.Torque] = input => Healthy(input) with { TorqueNm = 5.1 },
        [SupervisorCodes.ContactUnknown] = input => Healthy(input) with { ForceN = double.NaN },
        [SupervisorCodes.ConfidenceLow] = input => Healthy(input) with { ConfidencePValue = 0.005, ConfidenceIsCalibrated = true },
        [SupervisorCodes.AlarmRaised] = input => Healthy(input) with { AlarmCount = 1 },
        [SupervisorCodes.UnfamiliarInput] = input => Healthy(input) with { UnfamiliarInput = true },
    };
}
