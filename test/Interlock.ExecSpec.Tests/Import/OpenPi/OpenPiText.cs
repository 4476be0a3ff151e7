using System.Text.Json.Nodes;

namespace Interlock.ExecSpec.Tests.Import.OpenPi;

/// <summary>Statistics files in openpi's form.</summary>
internal static class OpenPiText
{
    public static JsonObject Stats(int channels = 7) => new()
    {
        ["norm_stats"] = new JsonObject { ["state"] = Block(8), ["actions"] = Block(channels) },
    };

    private static JsonObject Block(int channels) => new()
    {
        ["mean"] = Row(channels, 0.1),
        ["std"] = Row(channels, 0.5),
        ["q01"] = Row(channels, -0.9),
        ["q99"] = Row(channels, 0.8),
    };

    private static JsonArray Row(int channels, double value) => new([.. Enumerable.Repeat(value, channels).Select(number => (JsonNode)number)]);
}
