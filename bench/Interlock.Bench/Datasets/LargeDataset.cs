using Interlock.Core.Episodes;
using Interlock.Core.Randomness;
using Interlock.Datasets.LeRobot;
using Interlock.Datasets.Parquet.Footer;
using Interlock.Datasets.Tests.LeRobot;
using Interlock.Datasets.Tests.Parquet.Writing;
using Interlock.Guard.Calibration;

namespace Interlock.Bench.Datasets;

/// <summary>A LeRobot dataset of a million steps of 14 channels, float32, in files of a hundred thousand steps.</summary>
internal sealed class LargeDataset(TimeProvider clock)
{
    private const int Channels = 14;
    private const int Files = 10;
    private const int EpisodesPerFile = 40;
    private const int StepsPerEpisode = 2500;
    private const int Repeats = 5;
    private const double NsPerS = 1e9;
    private const ulong Seed = 11;

    /// <summary>Best of five passes over the files, calibration included.</summary>
    public double ReadAndCalibrateNs()
    {
        using LeRobotTestFolder folder = Write();
        double best = double.PositiveInfinity;
        for (int i = 0; i < Repeats; i++)
        {
            long start = clock.GetTimestamp();
            DemonstrationCalibrator.Calibrate(LeRobotDataset.Open(folder.Root), new CalibrationOptions());
            best = Math.Min(best, (clock.GetTimestamp() - start) * NsPerS / clock.TimestampFrequency);
        }

        return best;
    }

    /// <summary>Least processor time of five calibrations of episodes in memory.</summary>
    public static double CalibrateCpuNs()
    {
        using LeRobotTestFolder folder = Write();
        IEpisodeSource opened = LeRobotDataset.Open(folder.Root);
        InMemory source = new(opened.Description, [.. opened.ReadEpisodes()]);
        double best = double.PositiveInfinity;
        for (int i = 0; i < Repeats; i++)
        {
            TimeSpan start = Environment.CpuUsage.TotalTime;
            DemonstrationCalibrator.Calibrate(source, new CalibrationOptions());
            best = Math.Min(best, (Environment.CpuUsage.TotalTime - start).TotalNanoseconds);
        }

        return best;
    }

    private sealed record InMemory(EpisodeSourceDescription Description, IReadOnlyList<Episode> Episodes) : IEpisodeSource
    {
        public IEnumerable<Episode> ReadEpisodes() => Episodes;
    }

    /// <summary>Best of five passes that only read.</summary>
    public double ReadNs()
    {
        using LeRobotTestFolder folder = Write();
        double best = double.PositiveInfinity;
        for (int i = 0; i < Repeats; i++)
        {
            long start = clock.GetTimestamp();
            long steps = LeRobotDataset.Open(folder.Root).ReadEpisodes().Sum(episode => (long)episode.Length);
            double ns = (clock.GetTimestamp() - start) * NsPerS / clock.TimestampFrequency;
            best = steps == (long)Files * EpisodesPerFile * StepsPerEpisode ? Math.Min(best, ns) : double.NaN;
        }

        return best;
    }

    /// <summary>Leaves the dataset in a folder, for measurements of whole commands.</summary>
    public static void WriteTo(string folder)
    {
        using LeRobotTestFolder written = Write();
        foreach (string path in Directory.EnumerateFiles(written.Root, "*", SearchOption.AllDirectories))
        {
            string copy = Path.Combine(folder, Path.GetRelativePath(written.Root, path));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(path, copy);
        }
    }

    private static LeRobotTestFolder Write()
    {
        string names = "[" + string.Join(", ", Enumerable.Range(0, Channels).Select(i => $"\"j{i}.pos\"")) + "]";
        LeRobotTestFolder folder = new LeRobotTestFolder()
            .Info(names: names, episodes: Files * EpisodesPerFile, frames: Files * EpisodesPerFile * StepsPerEpisode, shape: $"[{Channels}]")
            .Tasks()
            .Episodes([.. Enumerable.Repeat(StepsPerEpisode, Files * EpisodesPerFile)]);
        WriteOptions options = new() { Codec = Codec.Snappy, Encoding = ValueEncoding.RleDictionary, RowsPerGroup = 25_000 };
        for (int file = 0; file < Files; file++)
        {
            folder.Data($"chunk-000/file-{file:000}.parquet", options, Columns(file));
        }

        return folder;
    }

    private static TestColumn[] Columns(int file)
    {
        SeededRandom random = new(Seed + (ulong)file);
        int rows = EpisodesPerFile * StepsPerEpisode;
        double[] actions = new double[rows * Channels];
        for (int i = 0; i < actions.Length; i++)
        {
            double phase = 0.002 * (i / Channels);
            actions[i] = (float)(Math.Sin(phase + (i % Channels)) + (0.01 * random.NextNormal()));
        }

        return
        [
            TestColumn.Vectors("action", PhysicalType.Float, Channels, actions),
            LeRobotTestFolder.Scalar("timestamp", PhysicalType.Float, Enumerable.Range(0, rows).Select(row => row % StepsPerEpisode / 30.0)),
            LeRobotTestFolder.Scalar("frame_index", PhysicalType.Int64, Enumerable.Range(0, rows).Select(row => (double)(row % StepsPerEpisode))),
            LeRobotTestFolder.Scalar("episode_index", PhysicalType.Int64, Enumerable.Range(0, rows).Select(row => (double)((file * EpisodesPerFile) + (row / StepsPerEpisode)))),
            LeRobotTestFolder.Scalar("index", PhysicalType.Int64, Enumerable.Range(0, rows).Select(row => (double)((file * rows) + row))),
            LeRobotTestFolder.Scalar("task_index", PhysicalType.Int64, Enumerable.Repeat(0.0, rows)),
        ];
    }
}
