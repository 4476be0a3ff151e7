using Interlock.Core.Episodes;
using Interlock.Simulation.Episodes;
using Interlock.Simulation.Table;

namespace Interlock.Simulation.Displacements;

/// <summary>One demonstration as displacement actions, with what a replay needs to begin like it.</summary>
public sealed record DisplacementDemonstration
{
    /// <summary>Seed of the episode.</summary>
    public required ulong Seed { get; init; }

    /// <summary>The task.</summary>
    public required TableTask Task { get; init; }

    /// <summary>Displacements [rad] and gripper (0 to 1) as commanded, with the measured states.</summary>
    public required Episode Actions { get; init; }

    /// <summary>The same episode with the joint targets [rad] and gripper openings [m] that were commanded.</summary>
    public required Episode Targets { get; init; }

    /// <summary>
    /// Full deflection of the operator's device, in radians per control step: 0.54 rad/s at 30 Hz. Most joints reach it in most
    /// demonstrations, as most channels of LIBERO do theirs.
    /// </summary>
    public const double UsualFullDeflectionRad = 0.018;

    /// <summary>Runs the scripted operator and writes the commands down as displacements.</summary>
    /// <param name="seed">Seed of the episode.</param>
    /// <param name="index">Its number in the recording.</param>
    /// <param name="task">The task.</param>
    /// <param name="fullDeflectionRad">Largest displacement that the operator's device gives, in radians per step; above 0.</param>
    public static DisplacementDemonstration Record(
        ulong seed, int index, TableTask task, double fullDeflectionRad = UsualFullDeflectionRad)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(fullDeflectionRad);
        HandController hand = new(EpisodeStart.Of(seed, task).Configuration, fullDeflectionRad);
        EpisodeOutcome outcome = PickAndPlaceEpisode.Run(seed, index, filter: hand, task: task);
        return new DisplacementDemonstration
        {
            Seed = seed,
            Task = task,
            Actions = outcome.Episode with { Actions = [.. hand.Actions] },
            Targets = outcome.Episode with { Actions = outcome.ExecutedActions },
        };
    }
}
