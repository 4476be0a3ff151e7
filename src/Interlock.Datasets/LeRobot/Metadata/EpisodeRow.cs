namespace Interlock.Datasets.LeRobot.Metadata;

/// <summary>What the metadata says about an episode.</summary>
/// <param name="Index">Number of the episode.</param>
/// <param name="Length">Frames; null when not said.</param>
/// <param name="Tasks">Instructions; empty when not said.</param>
internal sealed record EpisodeRow(int Index, long? Length, IReadOnlyList<string> Tasks);
