using System.Diagnostics;
using System.Text.Json;

namespace Interlock.Recording.Tests.Mcap;

/// <summary>The script of <c>eng/mcap-check</c> and whether its packages are installed.</summary>
internal static class IndependentReader
{
    public static string Folder { get; } = Path.Combine(SharedFiles.RepositoryRoot, "eng", "mcap-check");

    public static string? MissingBecause =>
        !Directory.Exists(Path.Combine(Folder, "node_modules")) ? "run `npm ci` in eng/mcap-check first"
        : !OnPath("node") ? "there is no node on the path"
        : null;

    public static JsonElement[] Run(string path, string mode)
    {
        ProcessStartInfo start = new("node", [Path.Combine(Folder, "reader.mjs"), path, mode])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using Process process = Process.Start(start)!;
        Task<string> errors = process.StandardError.ReadToEndAsync();
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, errors.Result);
        return [.. output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonSerializer.Deserialize<JsonElement>(line))];
    }

    private static bool OnPath(string program) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
        .Any(folder => File.Exists(Path.Combine(folder, program)) || File.Exists(Path.Combine(folder, $"{program}.exe")));
}

/// <summary>Runs where the independent reader is installed; skipped, with the reason, elsewhere.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class IndependentReaderTheoryAttribute : TheoryAttribute
{
    public IndependentReaderTheoryAttribute() => Skip = IndependentReader.MissingBecause!;
}

/// <summary>Runs where the independent reader is installed; skipped, with the reason, elsewhere.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class IndependentReaderFactAttribute : FactAttribute
{
    public IndependentReaderFactAttribute() => Skip = IndependentReader.MissingBecause!;
}
