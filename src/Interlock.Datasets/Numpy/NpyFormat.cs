using Interlock.Core.Episodes;
using Interlock.Datasets.Opening;

namespace Interlock.Datasets.Numpy;

/// <summary>
/// A single npy file. A file called actions.npy takes the arrays of its folder with it, because they mark where episodes end.
/// </summary>
internal sealed class NpyFormat : IEpisodeFormat
{
    public bool Matches(string path) => File.Exists(path) && path.EndsWith(NpyFolder.Ending, StringComparison.Ordinal);

    public IEpisodeSource Open(string path, EpisodeSourceOptions options)
    {
        string folder = Path.GetDirectoryName(Path.GetFullPath(path))!;
        string name = Path.GetFileNameWithoutExtension(path);
        if (ArraySet.ActionNames.Contains(name))
        {
            return new ArraySource(NpyFolder.Of(path, folder), options with { ActionKey = name }, InfoBeside.Find(folder));
        }

        // The keys choose among arrays, and here is only one.
        return new ArraySource(new NpyFolder(path, folder, [name]), options with { ActionKey = null, StateKey = null });
    }
}
