using System.Diagnostics;
using System.Text.Json;

namespace Interlock.Datasets.Tests.Writing;

/// <summary>The script of <c>eng/parquet-check</c> and whether its package is installed.</summary>
internal static class IndependentParquetReader
{
    private static string Folder { get; } = Path.Combine(SharedFiles.RepositoryRoot, "eng", "parquet-check");

    public static string? MissingBecause =>
        !Directory.Exists(Path.Combine(Folder, "node_modules")) ? "run `npm ci` in eng/parquet-check first"
        : !OnPath("node") ? "there is no node on the path"
        : null;

    public static JsonElement[] Rows(string path)
    {
        ProcessStartInfo start = new("node", [Path.Combine(Folder, "reader.mjs"), path]) { RedirectStandardOutput = true, RedirectStandardError = true };
        using Process process = Process.Start(start)!;
        Task<string> errors = process.StandardError.ReadToEndAsync();
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, errors.Result);
        return [.. output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonSerializer.Deserialize<JsonElement>(line))];
    }

    public static double Number(JsonElement value) => value.ValueKind == JsonValueKind.String ? double.Parse(value.GetString()!, System.Globalization.CultureInfo.InvariantCulture) : value.GetDouble();

    private static bool OnPath(string program) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
        .Any(folder => File.Exists(Path.Combine(folder, program)) || File.Exists(Path.Combine(folder, $"{program}.exe")));
}

/// <summary>Runs where the independent reader is installed; skipped, with the reason, elsewhere.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class IndependentParquetFactAttribute : FactAttribute
{
    public IndependentParquetFactAttribute() => Skip = IndependentParquetReader.MissingBecause!;
}
