using Interlock.Core.Contract;
using Interlock.Runtime.Worlds;
using Interlock.Simulation.Episodes;
using Interlock.Simulation.Table;

namespace Interlock.Cli.Verbs.Demo;

/// <summary>What the arm did in one faulty episode, from the onset on.</summary>
internal sealed record ArmRun
{
    /// <summary>Control steps of the whole episode.</summary>
    public required int Steps { get; init; }

    /// <summary>Largest speed of any joint, in rad/s.</summary>
    public required double PeakJointSpeedRadPerS { get; init; }

    /// <summary>The joint that was fastest.</summary>
    public required string FastestJoint { get; init; }

    /// <summary>Largest distance of any joint beyond the contract's bounds, in radians.</summary>
    public required double BoundExcessRad { get; init; }

    /// <summary>Largest contact force with the table, in newton.</summary>
    public required double PeakForceN { get; init; }

    public required bool Success { get; init; }

    public static ArmRun Of(EpisodeOutcome outcome, SafetyContract contract) => Of(outcome.Extremes, outcome.Episode.Length, outcome.Success, contract);

    public static ArmRun Of(TableTrialResult outcome, SafetyContract contract) => Of(outcome.Extremes, (int)outcome.Ticks, outcome.Success, contract);

    private static ArmRun Of(MotionExtremes extremes, int steps, bool success, SafetyContract contract)
    {
        int joints = extremes.PeakSpeed.Length - 1;
        int fastest = Enumerable.Range(0, joints).MaxBy(joint => extremes.PeakSpeed[joint]);
        return new ArmRun
        {
            Steps = steps,
            PeakJointSpeedRadPerS = extremes.PeakSpeed[fastest],
            FastestJoint = contract.Channels[fastest].Name,
            BoundExcessRad = Enumerable.Range(0, joints).Max(joint =>
                extremes.ExcessBeyond(joint, contract.Channels[joint].Min, contract.Channels[joint].Max)),
            PeakForceN = extremes.PeakForceN,
            Success = success,
        };
    }
}
