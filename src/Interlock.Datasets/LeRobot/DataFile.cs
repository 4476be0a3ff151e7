namespace Interlock.Datasets.LeRobot;

/// <summary>A Parquet file with frames.</summary>
/// <param name="Path">Where it is.</param>
/// <param name="Chunk">Number of its folder.</param>
/// <param name="Number">Number of the file; for one file per episode the number of the episode.</param>
internal sealed record DataFile(string Path, int Chunk, int Number);
