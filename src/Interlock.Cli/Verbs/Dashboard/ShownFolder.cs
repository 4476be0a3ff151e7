namespace Interlock.Cli.Verbs.Dashboard;

/// <summary>The folder with recordings that a dashboard beside a running program shows.</summary>
internal static class ShownFolder
{
    /// <summary>Made where it does not exist yet, as the first recording would; null for none.</summary>
    public static string? Of(string? folder) => folder is null ? null : Path.GetRelativePath(Environment.CurrentDirectory, Directory.CreateDirectory(folder).FullName);
}
