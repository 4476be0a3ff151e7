namespace Interlock.Datasets.Writing;

/// <summary>Formats that episodes are written in.</summary>
public enum EpisodeFileFormat
{
    /// <summary>One text file, a line per frame, a column per channel.</summary>
    Csv,

    /// <summary>One Parquet file, a row per frame, a column per channel.</summary>
    Parquet,

    /// <summary>A folder: a LeRobot dataset, version 3.0.</summary>
    Lerobot,
}
