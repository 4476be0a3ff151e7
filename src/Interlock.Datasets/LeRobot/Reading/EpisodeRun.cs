namespace Interlock.Datasets.LeRobot.Reading;

/// <summary>Consecutive rows of a data file that belong to one episode.</summary>
/// <param name="Episode">Number of the episode.</param>
/// <param name="RowCount">Rows.</param>
/// <param name="EndsFile">True when the file ends with them.</param>
internal readonly record struct EpisodeRun(int Episode, long RowCount, bool EndsFile);
