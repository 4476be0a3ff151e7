using Interlock.Core.Episodes;

namespace Interlock.Datasets.Writing;

/// <summary>An episode with what a dataset can say about its frames beyond action and state.</summary>
public sealed record WrittenEpisode
{
    /// <summary>Actions, states, task, outcome. Its index is not used: episodes are numbered in the order in which they are written.</summary>
    public required Episode Episode { get; init; }

    /// <summary>Per frame, true while a person was in control; null where nobody knows.</summary>
    public IReadOnlyList<bool>? Interventions { get; init; }

    /// <summary>Further columns of tables (csv, Parquet): name and one text per frame. A LeRobot dataset leaves them out. Default none.</summary>
    public IReadOnlyList<(string Name, string[] Values)> Texts { get; init; } = [];

    /// <summary>Further columns of tables (csv, Parquet): name and one number per frame. A LeRobot dataset leaves them out. Default none.</summary>
    public IReadOnlyList<(string Name, double[] Values)> Numbers { get; init; } = [];
}
