using System.Text.Json;

namespace Interlock.Guard.Tests.Monitors.Golden;

/// <summary>One recorded stream of the published toolkit: actions, and what each of its monitors said.</summary>
internal sealed class GoldenStream
{
    private readonly JsonElement _root;

    public GoldenStream(string name)
    {
        using JsonDocument document = JsonDocument.Parse(File.ReadAllBytes(SharedFiles.PathOf($"{GoldenStreams.Folder}/{name}.json")));
        _root = document.RootElement.Clone();
        Actions = Matrix(_root.GetProperty("actions"));
        Demonstrations = Matrix(_root.GetProperty("demos"));
    }

    public double[][] Actions { get; }

    public double[][] Demonstrations { get; }

    public int Channels => Actions[0].Length;

    public double EpisodeReversalRate => _root.GetProperty("whole_sequence").GetProperty("episode_reversal_rate").GetDouble();

    public double EpisodeTotalVariation => _root.GetProperty("whole_sequence").GetProperty("episode_total_variation").GetDouble();

    public JsonElement Monitor(string name) => _root.GetProperty("monitors").GetProperty(name);

    public JsonElement Calibration => _root.GetProperty("calibration");

    public double[] Steps(string monitor, string series) => Vector(Monitor(monitor).GetProperty("steps").GetProperty(series));

    public static double[] Vector(JsonElement element) => [.. element.EnumerateArray().Select(Number)];

    public static double[][] Matrix(JsonElement element) => [.. element.EnumerateArray().Select(Vector)];

    private static double Number(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.True => 1,
        JsonValueKind.False => 0,
        _ => element.GetDouble(),
    };
}
