namespace Interlock.Datasets.Opening;

/// <summary>Bounds that keep reading a hostile file within bounded memory.</summary>
internal static class EpisodeLimits
{
    /// <summary>Most numbers in one episode's actions or states: 1 GiB of doubles, 24 hours of 14 channels at 100 Hz.</summary>
    public const int MaximumValues = 1 << 27;

    /// <summary>Most channels; the widest real robot here has 44.</summary>
    public const int MaximumChannels = 4096;

    /// <summary>Most entries of a folder that are looked at.</summary>
    public const int MaximumFolderEntries = 1_000_000;

    /// <summary>Longest side file (info.json, features.json), in bytes.</summary>
    public const int MaximumSideFileBytes = 16 << 20;
}
