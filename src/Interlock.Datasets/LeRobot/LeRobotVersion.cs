namespace Interlock.Datasets.LeRobot;

/// <summary>Layouts of the files on disk.</summary>
internal enum LeRobotVersion
{
    /// <summary>One data file per episode, statistics in <c>meta/stats.json</c>.</summary>
    V20,

    /// <summary>One data file per episode, statistics in <c>meta/episodes_stats.jsonl</c>.</summary>
    V21,

    /// <summary>Many episodes per data file.</summary>
    V30,
}
