namespace Interlock.Datasets.Hub;

/// <summary>Shows a blob under its name in a snapshot: a relative symbolic link, or a copy where the system allows no links.</summary>
internal static class SnapshotLink
{
    public static void Ensure(string path, string blob) => Ensure(path, blob, (link, target) => File.CreateSymbolicLink(link, target));

    /// <summary>As above, with the system's way to make a link passed in.</summary>
    public static void Ensure(string path, string blob, Action<string, string> createLink)
    {
        string folder = Path.GetDirectoryName(path)!;
        Directory.CreateDirectory(folder);
        string target = Path.GetRelativePath(folder, blob);
        FileInfo present = new(path);
        if (present.LinkTarget == target || (present is { Exists: true, LinkTarget: null } && present.Length == new FileInfo(blob).Length))
        {
            return;
        }

        File.Delete(path);
        try
        {
            createLink(path, target);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            File.Copy(blob, path, overwrite: true);
        }
    }
}
