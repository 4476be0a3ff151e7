using Interlock.Core.Episodes;
using Interlock.Datasets.Opening;

namespace Interlock.Datasets.Numpy;

/// <summary>A folder with actions.npy and its companions, or one whose <c>features</c> folder is that.</summary>
internal sealed class ArrayFolderFormat : IEpisodeFormat
{
    private const string InnerFolder = "features";

    public bool Matches(string path) => Directory.Exists(path) && FolderOf(path) is not null;

    public IEpisodeSource Open(string path, EpisodeSourceOptions options)
    {
        string folder = FolderOf(path)!;
        return new ArraySource(NpyFolder.Of(path, folder), options, InfoBeside.Find(folder));
    }

    private static string? FolderOf(string path)
    {
        string[] places = [path, Path.Combine(path, InnerFolder)];
        return places.FirstOrDefault(place => ArraySet.ActionNames.Any(name => File.Exists(Path.Combine(place, name + NpyFolder.Ending))));
    }
}
