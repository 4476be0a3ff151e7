using Interlock.Core.Contract;
using Interlock.Core.Contract.Writing;
using Interlock.Core.Episodes;
using Interlock.Guard;
using Interlock.Guard.Alarms;
using Interlock.Guard.Calibration;
using Interlock.Guard.Calibration.Files;

namespace Interlock.Cli.Verbs.Demo;

/// <summary>Calibrates on the demonstrations and adds what demonstrations cannot teach: how old and how wrong an action may be.</summary>
internal static class DemoCalibration
{
    /// <summary>Chunks are renewed every 8 steps, so a healthy action is at most 233 ms old at 30 Hz.</summary>
    private const double MaxAgeMs = 400;

    /// <summary>A tenth of a joint's range, changed at every step for a second, is no longer noise.</summary>
    private const double MaxClipFraction = 0.1;

    private const int EscalateAfterSteps = 30;

    /// <summary>What the profile of chunk policies advises, and standing still, which this task never does for long.</summary>
    private static readonly string[] BandMonitors = ["reversal_rate", "momentum_coherence", "spectral_energy_ratio", "stall"];

    public static DemoSafety Run(IEpisodeSource demonstrations, ulong seed)
    {
        CalibrationOutcome outcome = DemonstrationCalibrator.Calibrate(demonstrations, new CalibrationOptions
        {
            Name = "table-arm",
            Guarantee = CoverageGuarantee.Episode,
            Seed = seed,
            Space = ActionSpace.JointPosition,
            Profile = PolicyProfile.ActionChunk,
            CalibrationFile = DemoFiles.Calibration,
            Alarms = new AlarmOptions { BandMonitors = BandMonitors },
        });
        SafetyContract contract = outcome.Contract with
        {
            Watchdog = new Watchdog(MaxAgeMs),
            Escalation = new Escalation(MaxClipFraction, EscalateAfterSteps),
        };
        return new DemoSafety
        {
            Contract = contract,
            NewGuard = () => new ArmGuard(new ActionGuard(contract, new ActionGuardOptions { Calibration = outcome.Calibration })),
            Claims = outcome.Report.Claims,
            WriteContract = output => output.Write(ContractWriter.Write(contract)),
            WriteCalibration = output => output.Write(CalibrationWriter.ToText(outcome.Calibration)),
        };
    }
}
