using Interlock.Core.Contract;
using Interlock.Core.Episodes;
using Interlock.Simulation.Episodes;

namespace Interlock.Cli.Verbs.Demo;

/// <summary>What the arm did in one faulty episode, from the onset on.</summary>
internal sealed record ArmRun
{
    public required Episode Episode { get; init; }

    /// <summary>Largest speed of any joint, in rad/s.</summary>
    public required double PeakJointSpeedRadPerS { get; init; }

    /// <summary>The joint that was fastest.</summary>
    public required string FastestJoint { get; init; }

    /// <summary>Largest distance of any joint beyond the contract's bounds, in radians.</summary>
    public required double BoundExcessRad { get; init; }

    /// <summary>Largest contact force with the table, in newton.</summary>
    public required double PeakForceN { get; init; }

    public required bool Success { get; init; }

    public static ArmRun Of(EpisodeOutcome outcome, SafetyContract contract)
    {
        int joints = outcome.Extremes.PeakSpeed.Length - 1;
        int fastest = Enumerable.Range(0, joints).MaxBy(joint => outcome.Extremes.PeakSpeed[joint]);
        return new ArmRun
        {
            Episode = outcome.Episode,
            PeakJointSpeedRadPerS = outcome.Extremes.PeakSpeed[fastest],
            FastestJoint = contract.Channels[fastest].Name,
            BoundExcessRad = Enumerable.Range(0, joints).Max(joint =>
                outcome.Extremes.ExcessBeyond(joint, contract.Channels[joint].Min, contract.Channels[joint].Max)),
            PeakForceN = outcome.Extremes.PeakForceN,
            Success = outcome.Success,
        };
    }
}
