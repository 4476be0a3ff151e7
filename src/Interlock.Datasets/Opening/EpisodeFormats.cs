using Interlock.Datasets.Numpy;
using Interlock.Datasets.Text;
using Interlock.Datasets.TfRecord;

namespace Interlock.Datasets.Opening;

/// <summary>Every format; the first one that matches a path reads it.</summary>
internal static class EpisodeFormats
{
    /// <summary>Formats of a single file, told apart by its name.</summary>
    public static IReadOnlyList<IEpisodeFormat> OfFiles { get; } =
        [new NpyFormat(), new NpzFormat(), new CsvFormat(), new JsonlFormat(), new TfRecordFormat()];

    /// <summary>All formats: folders with a meaning of their own, single files, and last a folder of single files.</summary>
    public static IReadOnlyList<IEpisodeFormat> All { get; } =
        [new LeRobotFormat(), new ArrayFolderFormat(), new TfRecordFolderFormat(), .. OfFiles, new FileFolderFormat()];
}
