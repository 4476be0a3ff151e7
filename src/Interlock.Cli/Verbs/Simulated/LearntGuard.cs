using Interlock.Cli.Verbs.Demo;
using Interlock.Core.Contract;
using Interlock.Core.Episodes;
using Interlock.Guard;
using Interlock.Guard.Alarms;
using Interlock.Guard.Calibration;

namespace Interlock.Cli.Verbs.Simulated;

/// <summary>A guard of the simulated arm, learnt from its demonstrations, with an escalation that demonstrations cannot teach.</summary>
/// <param name="Contract">The contract.</param>
/// <param name="Outcome">What calibration gave.</param>
internal sealed record LearntGuard(SafetyContract Contract, CalibrationOutcome Outcome)
{
    /// <summary>A tenth of a joint's range, changed at every step for a second, is no longer noise.</summary>
    private const double MaxClipFraction = 0.1;

    private const int EscalateAfterSteps = 30;

    /// <summary>What the profile of chunk policies advises, and standing still, which this task never does for long.</summary>
    private static readonly string[] BandMonitors = ["reversal_rate", "momentum_coherence", "spectral_energy_ratio", "stall"];

    /// <summary>Learns from demonstrations.</summary>
    /// <param name="demonstrations">The demonstrations.</param>
    /// <param name="seed">Seed of the split and of every resampling.</param>
    /// <param name="reference">What their actions are measured from.</param>
    public static LearntGuard From(IEpisodeSource demonstrations, ulong seed, ActionReference reference = ActionReference.Absolute)
    {
        CalibrationOutcome outcome = DemonstrationCalibrator.Calibrate(demonstrations, new CalibrationOptions
        {
            Name = "table-arm",
            Guarantee = CoverageGuarantee.Episode,
            Seed = seed,
            Space = ActionSpace.JointPosition,
            Reference = reference,
            Profile = PolicyProfile.ActionChunk,
            CalibrationFile = DemoFiles.Calibration,
            Alarms = new AlarmOptions { BandMonitors = BandMonitors },
        });
        return new LearntGuard(outcome.Contract with { Escalation = new Escalation(MaxClipFraction, EscalateAfterSteps) }, outcome);
    }

    /// <summary>A fresh guard.</summary>
    public ActionGuard New() => new(Contract, new ActionGuardOptions { Calibration = Outcome.Calibration });
}
