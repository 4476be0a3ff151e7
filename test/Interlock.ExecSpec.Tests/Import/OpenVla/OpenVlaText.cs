using System.Text.Json;
using System.Text.Json.Nodes;

namespace Interlock.ExecSpec.Tests.Import.OpenVla;

/// <summary>Statistics files in OpenVLA's form.</summary>
internal static class OpenVlaText
{
    public static JsonObject Entry(int channels = 7, int stateChannels = 8) => new()
    {
        ["action"] = Block(channels, mask: true),
        ["proprio"] = Block(stateChannels, mask: false),
        ["num_transitions"] = 100,
        ["num_trajectories"] = 5,
    };

    public static JsonObject File(params ReadOnlySpan<string> keys)
    {
        JsonObject file = [];
        foreach (string key in keys)
        {
            file[key] = Entry();
        }

        return file;
    }

    public static string Text(this JsonNode node) => node.ToJsonString(new JsonSerializerOptions { WriteIndented = true });

    private static JsonObject Block(int channels, bool mask)
    {
        JsonObject block = new()
        {
            ["mean"] = Row(channels, channel => 0.01 * channel),
            ["std"] = Row(channels, _ => 0.5),
            ["min"] = Row(channels, channel => IsGripper(channels, channel) ? 0 : -1),
            ["max"] = Row(channels, _ => 1),
            ["q01"] = Row(channels, channel => IsGripper(channels, channel) ? 0 : -0.9),
            ["q99"] = Row(channels, channel => IsGripper(channels, channel) ? 1 : 0.8),
        };
        if (mask)
        {
            block["mask"] = new JsonArray([.. Enumerable.Range(0, channels).Select(channel => (JsonNode)!IsGripper(channels, channel))]);
        }

        return block;
    }

    private static bool IsGripper(int channels, int channel) => channel % 7 == 6 && channels % 7 == 0;

    private static JsonArray Row(int channels, Func<int, double> value) => new([.. Enumerable.Range(0, channels).Select(channel => (JsonNode)value(channel))]);
}
