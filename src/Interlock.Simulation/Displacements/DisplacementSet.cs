using Interlock.Core.Episodes;
using Interlock.Core.Randomness;
using Interlock.Core.Units;
using Interlock.Simulation.Arm;
using Interlock.Simulation.Table;

namespace Interlock.Simulation.Displacements;

/// <summary>Demonstrations of one task, in both forms, kept in memory: about 30 kB each.</summary>
public sealed class DisplacementSet
{
    private DisplacementSet(TableTask task, IReadOnlyList<DisplacementDemonstration> demonstrations)
    {
        Task = task;
        Demonstrations = demonstrations;
        Statistics = DisplacementStatistics.Of(task.Name, demonstrations);
    }

    /// <summary>The task.</summary>
    public TableTask Task { get; }

    /// <summary>The demonstrations.</summary>
    public IReadOnlyList<DisplacementDemonstration> Demonstrations { get; }

    /// <summary>Statistics of the displacement actions of all of them.</summary>
    public DisplacementStatistics Statistics { get; }

    /// <summary>The demonstrations as a dataset of displacement actions: radians per step, gripper as a fraction.</summary>
    public IEpisodeSource Actions => Source(
        "displacements", [.. TableArm.Description.Joints.Select(_ => ChannelUnit.Radian), ChannelUnit.Normalized], item => item.Actions);

    /// <summary>The demonstrations as a dataset of absolute targets.</summary>
    public IEpisodeSource Targets => Source("targets", TableArm.Description.ChannelUnits, item => item.Targets);

    /// <summary>Records a set.</summary>
    /// <param name="task">The task.</param>
    /// <param name="count">Number of demonstrations; at least 1.</param>
    /// <param name="seed">Seed of the whole set.</param>
    /// <param name="fullDeflectionRad">Largest displacement that the operator's device gives, in radians per step; above 0.</param>
    /// <param name="cancellation">Ends the recording early.</param>
    public static DisplacementSet Record(
        TableTask task,
        int count,
        ulong seed,
        double fullDeflectionRad = DisplacementDemonstration.UsualFullDeflectionRad,
        CancellationToken cancellation = default)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(count);
        SeededRandom seeds = new(seed);
        List<DisplacementDemonstration> demonstrations = new(count);
        for (int index = 0; index < count; index++)
        {
            cancellation.ThrowIfCancellationRequested();
            demonstrations.Add(DisplacementDemonstration.Record(seeds.NextBits(), index, task, fullDeflectionRad));
        }

        return new DisplacementSet(task, demonstrations);
    }

    private RecordedEpisodes Source(string form, IReadOnlyList<ChannelUnit> units, Func<DisplacementDemonstration, Episode> select) =>
        new($"simulated {Task.Name}, {form}", units, [.. Demonstrations.Select(select)]);
}
