namespace Interlock.TestSupport;

/// <summary>Finds the golden vectors and real demonstrations that lie beside the checkout.</summary>
internal static class SharedFiles
{
    public static string RepositoryRoot { get; } = FindRoot(AppContext.BaseDirectory);

    public static string Root { get; } = Path.GetFullPath(Path.Combine(RepositoryRoot, "..", "shared"));

    public static string PathOf(string relative) => Path.Combine(Root, relative);

    public static bool Exists(string relative) => Path.Exists(PathOf(relative));

    private static string FindRoot(string start)
    {
        for (DirectoryInfo? folder = new(start); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Interlock.slnx")))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException($"No Interlock.slnx above '{start}'.");
    }
}
