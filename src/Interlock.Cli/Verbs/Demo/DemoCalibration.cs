using Interlock.Cli.Verbs.Simulated;
using Interlock.Core.Contract;
using Interlock.Core.Contract.Writing;
using Interlock.Core.Episodes;
using Interlock.Guard.Calibration.Files;

namespace Interlock.Cli.Verbs.Demo;

/// <summary>Calibrates on the demonstrations and adds how old an action may be.</summary>
internal static class DemoCalibration
{
    /// <summary>Chunks are renewed every 8 steps, so a healthy action is at most 233 ms old at 30 Hz.</summary>
    public const double MaxAgeMs = 400;

    public static DemoSafety Run(IEpisodeSource demonstrations, ulong seed)
    {
        LearntGuard learnt = LearntGuard.From(demonstrations, seed);
        LearntGuard guarded = learnt with { Contract = learnt.Contract with { Watchdog = new Watchdog(MaxAgeMs) } };
        return new DemoSafety
        {
            Contract = guarded.Contract,
            Claims = guarded.Outcome.Report.Claims,
            WriteContract = output => output.Write(ContractWriter.Write(guarded.Contract)),
            WriteCalibration = output => output.Write(CalibrationWriter.ToText(guarded.Outcome.Calibration)),
        };
    }
}
