using Interlock.Core.Episodes;
using Interlock.Datasets.LeRobot.Metadata;
using Interlock.Datasets.LeRobot.Reading;
using Interlock.Datasets.Opening;

namespace Interlock.Datasets.LeRobot;

/// <summary>
/// LeRobot datasets on disk: v3.0, v2.1, v2.0 and its GR00T flavour. What the files are decides, not the version they claim.
/// </summary>
public static class LeRobotDataset
{
    /// <summary>True when <paramref name="folder"/> has <c>meta/info.json</c> and a <c>data</c> folder.</summary>
    public static bool LooksLike(string folder) =>
        InfoReader.IsIn(folder) && Directory.Exists(Path.Combine(folder, "data"));

    /// <summary>
    /// Opens the dataset in <paramref name="folder"/>; reads its metadata, not its data.
    /// Memory while reading: one page per column and one episode.
    /// Throws <see cref="Core.Diagnostics.DiagnosticException"/> (DS001–DS099) when it is damaged or holds no actions, and DS144 when
    /// a chosen column is not there.
    /// </summary>
    /// <param name="folder">The folder that holds <c>meta</c> and <c>data</c>.</param>
    /// <param name="options">The rate, and the columns of actions and states, where the caller knows better; null for nothing.</param>
    public static IEpisodeSource Open(string folder, EpisodeSourceOptions? options = null) =>
        new LeRobotEpisodeSource(LeRobotFolder.Open(folder, options ?? new EpisodeSourceOptions()));
}
