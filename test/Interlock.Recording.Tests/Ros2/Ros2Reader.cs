using System.Diagnostics;
using System.Globalization;
using System.Text.Json;

namespace Interlock.Recording.Tests.Ros2;

/// <summary>The reader of another maker, <c>eng/ros2-check/reader.mjs</c>, and whether its packages are installed.</summary>
internal static class Ros2Reader
{
    private static readonly string Folder = Path.Combine(SharedFiles.RepositoryRoot, "eng", "ros2-check");

    public static string? MissingBecause => Directory.Exists(Path.Combine(Folder, "node_modules")) ? null : "run `npm ci` in eng/ros2-check first";

    public static JsonElement[] Run(string path)
    {
        ProcessStartInfo start = new("node", [Path.Combine(Folder, "reader.mjs"), path]) { RedirectStandardOutput = true, RedirectStandardError = true };
        using Process process = Process.Start(start)!;
        Task<string> errors = process.StandardError.ReadToEndAsync();
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, errors.Result);
        return [.. output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonSerializer.Deserialize<JsonElement>(line))];
    }

    /// <summary>A number that the reader wrote by its bits.</summary>
    public static double Number(JsonElement bits) => BitConverter.UInt64BitsToDouble(ulong.Parse(bits.GetString()!, NumberStyles.HexNumber, CultureInfo.InvariantCulture));
}

/// <summary>Runs where the reader is installed; skipped, with the reason, elsewhere.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class Ros2ReaderFactAttribute : FactAttribute
{
    public Ros2ReaderFactAttribute() => Skip = Ros2Reader.MissingBecause!;
}
