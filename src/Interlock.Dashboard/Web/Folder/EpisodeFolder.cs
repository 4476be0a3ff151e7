using Interlock.Recording.Episodes;
using Interlock.Recording.Episodes.Listing;

namespace Interlock.Dashboard.Web.Folder;

/// <summary>
/// The recordings of a folder by their names in addresses. A name is only ever looked up among the files that were listed, so no name leads
/// out of the folder.
/// </summary>
internal sealed class EpisodeFolder(string folder, TimeProvider time)
{
    // A list may be asked for often; files come seldom.
    private static readonly TimeSpan Lasting = TimeSpan.FromSeconds(2);

    private readonly Lock _lock = new();
    private readonly FolderBorder _border = new(folder);
    private IReadOnlyList<(string Id, ListedRecording Item)> _items = [];
    private long _listedAt;
    private bool _isListed;

    public IReadOnlyList<(string Id, ListedRecording Item)> Items()
    {
        lock (_lock)
        {
            if (!_isListed || time.GetElapsedTime(_listedAt) > Lasting)
            {
                _items = [.. ListedRecording.Of(folder, EpisodeIndex.Of(folder)).Where(item => _border.Holds(item.Path)).Select(item => (IdOf(item.Path), item))];
                (_listedAt, _isListed) = (time.GetTimestamp(), true);
            }

            return _items;
        }
    }

    /// <summary>Lists anew next time: something was written.</summary>
    public void Forget()
    {
        lock (_lock)
        {
            _isListed = false;
        }
    }

    /// <summary>The file of a name.</summary>
    /// <exception cref="Core.Diagnostics.DiagnosticException">RT303: there is none.</exception>
    public string PathOf(string id)
    {
        (string _, ListedRecording? item) = Items().FirstOrDefault(item => item.Id == id);
        return Path.Combine(folder, item?.Path ?? throw Failures.NotHere("recording of this name"));
    }

    // A slash in a name would be taken for a further part of the address.
    public static string IdOf(string relativePath) => relativePath.Replace("~", "~~", StringComparison.Ordinal).Replace('\\', '/').Replace("/", "~.", StringComparison.Ordinal);
}
