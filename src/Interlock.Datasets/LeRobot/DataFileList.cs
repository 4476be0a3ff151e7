using System.Globalization;
using Interlock.Core.Diagnostics;

namespace Interlock.Datasets.LeRobot;

/// <summary>Finds the data files of a dataset by name, whatever the path template in info.json says.</summary>
internal static class DataFileList
{
    private const string SharedPrefix = "file-";
    private const string EpisodePrefix = "episode_";

    /// <summary>The files in episode order, and whether several episodes share a file.</summary>
    public static (IReadOnlyList<DataFile> Files, bool AreShared) Find(string folder)
    {
        string data = Path.Combine(folder, "data");
        if (!Directory.Exists(data))
        {
            throw Nothing(folder, "there is no folder 'data'");
        }

        List<DataFile> shared = [.. Named(data, SharedPrefix)];
        List<DataFile> perEpisode = [.. Named(data, EpisodePrefix).OrderBy(file => file.Number)];
        return (shared.Count, perEpisode.Count) switch
        {
            (0, 0) => throw Nothing(folder, "data/chunk-*/ has neither file-*.parquet nor episode_*.parquet"),
            (_, 0) => ([.. shared.OrderBy(file => file.Chunk).ThenBy(file => file.Number)], true),
            (0, _) => (perEpisode, false),
            _ => throw Nothing(
                folder,
                "data/chunk-*/ has both file-*.parquet (v3.0) and episode_*.parquet (v2.x); which of them counts is not known"),
        };
    }

    private static IEnumerable<DataFile> Named(string data, string prefix)
    {
        foreach (string chunk in Directory.EnumerateDirectories(data, "chunk-*"))
        {
            foreach (string path in Directory.EnumerateFiles(chunk, prefix + "*.parquet"))
            {
                if (NumberOf(Path.GetFileNameWithoutExtension(path), prefix) is { } number)
                {
                    yield return new DataFile(path, NumberOf(Path.GetFileName(chunk), "chunk-") ?? 0, number);
                }
            }
        }
    }

    private static int? NumberOf(string name, string prefix) =>
        int.TryParse(name.AsSpan(prefix.Length), NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number : null;

    private static DiagnosticException Nothing(string folder, string why) =>
        new(
            LeRobotCodes.NoDataFiles,
            $"no data files of a LeRobot dataset: {why}",
            SourcePlace.OfFile(folder),
            "datasets of v1.x (data/train-*.parquet) are not read; convert them with LeRobot first");
}
