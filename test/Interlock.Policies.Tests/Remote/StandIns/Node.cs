namespace Interlock.Policies.Tests.Remote.StandIns;

/// <summary>Whether the stand-in servers can be started.</summary>
internal static class Node
{
    /// <summary>A test that waits for a signal that never comes ends as a failure, ms.</summary>
    public const int LongestMs = 20_000;

    public static string? WhyNot { get; } = IsOnPath() ? null : "node is not on the PATH: the stand-in servers cannot be started.";

    public static string? WhyNotWith(string shared) =>
        WhyNot ?? (SharedFiles.Exists(shared) ? null : $"../shared/{shared} is not here: real data is not part of the repository.");

    private static bool IsOnPath() => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
        .Any(folder => folder.Length > 0 && (File.Exists(Path.Combine(folder, "node")) || File.Exists(Path.Combine(folder, "node.exe"))));
}
