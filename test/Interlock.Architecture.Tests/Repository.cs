namespace Interlock.Architecture.Tests;

/// <summary>The files of the repository that tests look at.</summary>
internal static class Repository
{
    private static readonly string[] BuiltFolders = ["bin", "obj"];

    public static string Root => SharedFiles.RepositoryRoot;

    public static IReadOnlyList<string> Projects { get; } = Find("src", "*.csproj");

    public static IReadOnlyList<string> Sources { get; } = Find("src", "*.cs");

    public static IReadOnlyList<string> Pages { get; } = [.. Find("docs", "*.md"), .. Directory.GetFiles(Root, "*.md")];

    /// <summary>The product's assemblies as they were built for these tests.</summary>
    public static IReadOnlyList<string> Assemblies { get; } =
        [.. Directory.GetFiles(AppContext.BaseDirectory, "*.dll").Where(IsProduct)];

    public static string Relative(string path) => Path.GetRelativePath(Root, path).Replace('\\', '/');

    private static bool IsProduct(string path)
    {
        string name = Path.GetFileNameWithoutExtension(path);
        return RoomTable.RoomOf(name) is { } room && !room.EndsWith(".Tests", StringComparison.Ordinal);
    }

    private static string[] Find(string folder, string pattern) =>
    [
        .. Directory.GetFiles(Path.Combine(Root, folder), pattern, SearchOption.AllDirectories)
            .Where(path => !Relative(path).Split('/').Intersect(BuiltFolders).Any())
            .Order(StringComparer.Ordinal),
    ];
}
