using Interlock.Core.Diagnostics;
using Interlock.Datasets.Opening;

namespace Interlock.Datasets.Hub;

/// <summary>The folder of one dataset in the Hugging Face cache: refs/REVISION, blobs/ETAG, snapshots/COMMIT/PATH.</summary>
internal sealed class HubCache(string cacheFolder, HubReference reference)
{
    private readonly string _root = Path.Combine(cacheFolder, $"datasets--{reference.Owner}--{reference.Name}");

    public string BlobPath(HubFile file) => Path.Combine(_root, "blobs", file.BlobName);

    public string SnapshotFolder(string commit) => Path.Combine(_root, "snapshots", commit);

    /// <summary>The snapshot that the cache has for the revision; null when it has none.</summary>
    public string? CachedSnapshot()
    {
        string? commit = reference.IsCommit ? reference.Revision : File.Exists(RefPath) ? File.ReadAllText(RefPath).Trim() : null;
        return commit is not null && HubReference.IsCommitHash(commit) && Directory.Exists(SnapshotFolder(commit))
            ? SnapshotFolder(commit)
            : null;
    }

    public bool HasBlob(HubFile file) => new FileInfo(BlobPath(file)) is { Exists: true } blob && blob.Length == file.Bytes;

    public void CreateFolders()
    {
        try
        {
            Directory.CreateDirectory(Path.Combine(_root, "blobs"));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw Unwritable(_root, exception);
        }
    }

    /// <summary>Makes every file visible below the snapshot and, last, points the revision at it: a snapshot with a ref is whole.</summary>
    public void Publish(IEnumerable<HubFile> files, string commit)
    {
        try
        {
            foreach (HubFile file in files)
            {
                SnapshotLink.Ensure(Path.Combine(SnapshotFolder(commit), Path.Combine(file.Path.Split('/'))), BlobPath(file));
            }

            if (!reference.IsCommit)
            {
                WriteRef(commit);
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw Unwritable(_root, exception);
        }
    }

    public static DiagnosticException Unwritable(string path, Exception cause) => new(
        FileCode.HubCache,
        $"The cache cannot be written: {cause.Message.TrimEnd('.')}",
        SourcePlace.OfFile(path),
        "free space, or set HF_HUB_CACHE to another folder");

    private string RefPath => Path.Combine(_root, "refs", Path.Combine(reference.Revision.Split('/')));

    private void WriteRef(string commit)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(RefPath)!);
        string temporary = $"{RefPath}.partial";
        File.WriteAllText(temporary, commit);
        File.Move(temporary, RefPath, overwrite: true);
    }
}
