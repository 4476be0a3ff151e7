using Interlock.Datasets.LeRobot.Channels;
using Interlock.Datasets.LeRobot.Metadata;
using Interlock.Datasets.Opening;
using Interlock.Datasets.Parquet;

namespace Interlock.Datasets.LeRobot;

/// <summary>What is known about a dataset once its metadata and the head of its first data file were read.</summary>
internal sealed record LeRobotFolder
{
    public required string Path { get; init; }

    public required LeRobotVersion Version { get; init; }

    public required IReadOnlyList<DataFile> DataFiles { get; init; }

    /// <summary>Columns of the first data file that hold plain numbers.</summary>
    public required IReadOnlyList<string> NumberColumns { get; init; }

    public required LeRobotInfo Info { get; init; }

    /// <summary>Step rate, in hertz: the caller's, else that of the metadata; null when neither states one.</summary>
    public required double? RateHz { get; init; }

    public required Vector Action { get; init; }

    /// <summary>Null when no state was recorded.</summary>
    public required Vector? State { get; init; }

    /// <summary>What the metadata says about each episode; null when it has no such table.</summary>
    public required IReadOnlyDictionary<int, EpisodeRow>? Episodes { get; init; }

    /// <summary>Instructions by number; null when the metadata has no such table.</summary>
    public required IReadOnlyDictionary<int, string>? Tasks { get; init; }

    public static LeRobotFolder Open(string folder, EpisodeSourceOptions options)
    {
        LeRobotInfo info = InfoReader.Read(folder);
        (IReadOnlyList<DataFile> files, bool areShared) = DataFileList.Find(folder);
        using ParquetFile sample = FirstWithRows(files);
        VectorFinder finder = new(folder, info, sample);
        return new LeRobotFolder
        {
            Path = folder,
            Version = VersionOf(folder, areShared),
            DataFiles = files,
            NumberColumns = [.. sample.Columns.Where(column => column.IsNumber).Select(column => column.Name).Distinct()],
            Info = info,
            RateHz = options.RateHz ?? info.RateHz,
            Action = finder.Action(options.ActionKey),
            State = finder.State(options.StateKey),
            Episodes = EpisodeTable.Read(folder),
            Tasks = TaskTable.Read(folder),
        };
    }

    private static LeRobotVersion VersionOf(string folder, bool areShared)
    {
        if (areShared)
        {
            return LeRobotVersion.V30;
        }

        bool hasEpisodeStatistics = File.Exists(System.IO.Path.Combine(folder, "meta", "episodes_stats.jsonl"));
        return hasEpisodeStatistics ? LeRobotVersion.V21 : LeRobotVersion.V20;
    }

    private static ParquetFile FirstWithRows(IReadOnlyList<DataFile> files)
    {
        foreach (DataFile file in files)
        {
            ParquetFile candidate = ParquetFile.Open(file.Path);
            if (candidate.RowCount > 0)
            {
                return candidate;
            }

            candidate.Dispose();
        }

        return ParquetFile.Open(files[0].Path);
    }
}
