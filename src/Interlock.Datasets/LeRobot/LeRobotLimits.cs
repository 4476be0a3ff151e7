namespace Interlock.Datasets.LeRobot;

/// <summary>What a dataset may ask for before it is refused.</summary>
internal static class LeRobotLimits
{
    /// <summary>Largest metadata file, in bytes. A million episodes in episodes.jsonl take about 100 MB.</summary>
    public const long MetadataBytes = 256L << 20;

    /// <summary>Deepest nesting of metadata.</summary>
    public const int JsonDepth = 32;

    /// <summary>Most numbers of one vector column in an episode: 1 GiB of doubles, or 29 hours of 14 channels at 90 Hz.</summary>
    public const long EpisodeValues = 1L << 27;
}
