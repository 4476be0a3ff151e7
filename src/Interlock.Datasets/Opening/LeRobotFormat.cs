using Interlock.Core.Episodes;
using Interlock.Datasets.LeRobot;

namespace Interlock.Datasets.Opening;

/// <summary>A LeRobot folder.</summary>
internal sealed class LeRobotFormat : IEpisodeFormat
{
    public bool Matches(string path) => Directory.Exists(path) && LeRobotDataset.LooksLike(path);

    public IEpisodeSource Open(string path, EpisodeSourceOptions options) => LeRobotDataset.Open(path, options);
}
