namespace Interlock.Dashboard.Web.Folder;

/// <summary>Which files are in a folder and not merely linked from it: a link that leads out would show what its owner never meant to.</summary>
internal sealed class FolderBorder(string folder)
{
    // More links in a row than anybody makes; a ring of links has no end.
    private const int MostLinks = 16;

    private readonly string _root = Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder));

    /// <summary>True when no link on the way leads out.</summary>
    /// <param name="relativePath">Of a file below the folder.</param>
    public bool Holds(string relativePath) => Holds(relativePath, MostLinks);

    private bool Holds(string relativePath, int links)
    {
        string at = _root;
        string[] parts = relativePath.Split([Path.DirectorySeparatorChar, Path.AltDirectorySeparatorChar], StringSplitOptions.RemoveEmptyEntries);
        for (int i = 0; i < parts.Length; i++)
        {
            at = Path.Combine(at, parts[i]);
            if (new FileInfo(at).LinkTarget is not { } target)
            {
                continue;
            }

            // The rest of the way goes on from where the link leads to, which may be a link again.
            string leads = Path.GetRelativePath(_root, Path.Combine([Path.GetFullPath(Path.Combine(Path.GetDirectoryName(at)!, target)), .. parts[(i + 1)..]]));
            return links > 0 && IsBelow(leads) && Holds(leads, links - 1);
        }

        return true;
    }

    private static bool IsBelow(string relative) => !Path.IsPathRooted(relative) && relative.Split(Path.DirectorySeparatorChar)[0] != "..";
}
