using Interlock.Core.Episodes;

namespace Interlock.Datasets.LeRobot.Reading;

/// <summary>What one data file holds of an episode.</summary>
/// <param name="Rows">The rows.</param>
/// <param name="MayGoOn">True when the next file may hold more of the same episode.</param>
/// <param name="File">The data file.</param>
internal readonly record struct EpisodePart(Episode Rows, bool MayGoOn, DataFile File);
