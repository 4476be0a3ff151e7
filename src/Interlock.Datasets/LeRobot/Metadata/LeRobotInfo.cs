namespace Interlock.Datasets.LeRobot.Metadata;

/// <summary>What <c>meta/info.json</c> claims. Nothing of it is believed where the data can be asked.</summary>
internal sealed record LeRobotInfo
{
    public required string Path { get; init; }

    public string? VersionLabel { get; init; }

    public string? RobotType { get; init; }

    public double? RateHz { get; init; }

    /// <summary>True when fps is written with a decimal point.</summary>
    public bool RateIsWrittenAsFloat { get; init; }

    public long? TotalEpisodes { get; init; }

    public long? TotalFrames { get; init; }

    public long? TotalTasks { get; init; }

    public long? ChunkSize { get; init; }

    public string? DataPath { get; init; }

    /// <summary>Ranges of episodes by name, as written.</summary>
    public required IReadOnlyDictionary<string, string> Splits { get; init; }

    public required IReadOnlyDictionary<string, Feature> Features { get; init; }
}
