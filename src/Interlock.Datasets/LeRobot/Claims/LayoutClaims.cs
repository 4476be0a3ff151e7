using Interlock.Datasets.Inspection;
using Interlock.Datasets.LeRobot.Metadata;

namespace Interlock.Datasets.LeRobot.Claims;

/// <summary>Compares the version label, the path template and the customary columns with the files.</summary>
internal static class LayoutClaims
{
    /// <summary>Columns that the library always writes.</summary>
    private static readonly string[] Customary = ["timestamp", "frame_index", "episode_index", "index", "task_index"];

    private const long DefaultChunkSize = 1000;

    public static IEnumerable<DatasetOddity> Check(LeRobotFolder folder)
    {
        string layout = LeRobotVersionName.Of(folder.Version);
        if (folder.Info.VersionLabel is { } label && label.Trim() != layout)
        {
            yield return new DatasetOddity(
                OddityCodes.VersionLabel,
                $"info.json says {label}, the files are laid out as {layout}; the files count");
        }

        string[] missing = [.. Customary.Except(folder.NumberColumns)];
        if (missing.Length > 0)
        {
            yield return new DatasetOddity(
                OddityCodes.MissingColumns,
                $"columns that LeRobot always writes are missing or hold no plain numbers: {string.Join(", ", missing)}");
        }

        if (folder.Info.DataPath is { } template && FirstUnreachable(folder, template) is { } file)
        {
            yield return new DatasetOddity(
                OddityCodes.PathTemplate,
                $"data_path '{template}' in info.json does not lead to {Path.GetRelativePath(folder.Path, file.Path).Replace('\\', '/')}");
        }

        foreach (DatasetOddity oddity in RateClaims(folder.Info))
        {
            yield return oddity;
        }
    }

    private static IEnumerable<DatasetOddity> RateClaims(LeRobotInfo info)
    {
        if (info.RateIsWrittenAsFloat)
        {
            yield return new DatasetOddity(
                OddityCodes.FloatRate,
                $"fps is written as a float ({info.RateHz:0.0###}); readers that expect an integer refuse it");
        }

        if (info.RateHz is null)
        {
            yield return new DatasetOddity(OddityCodes.NoRate, "info.json has no fps");
        }
    }

    private static DataFile? FirstUnreachable(LeRobotFolder folder, string template)
    {
        long chunkSize = folder.Info.ChunkSize is > 0 and { } size ? size : DefaultChunkSize;
        foreach (DataFile file in folder.DataFiles)
        {
            Dictionary<string, long> values = folder.Version == LeRobotVersion.V30
                ? new() { ["chunk_index"] = file.Chunk, ["file_index"] = file.Number }
                : new() { ["episode_chunk"] = file.Number / chunkSize, ["episode_index"] = file.Number };
            string? path = PathTemplate.Fill(template, values);
            if (path is null || Path.GetFullPath(Path.Combine(folder.Path, path)) != Path.GetFullPath(file.Path))
            {
                return file;
            }
        }

        return null;
    }
}
