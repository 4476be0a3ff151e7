using System.Text.Json;
using Interlock.Recording.Layouts;
using Interlock.Recording.Tests.Flight;

namespace Interlock.Recording.Tests.Layouts;

public sealed class FoxgloveLayoutTests
{
    private static readonly JsonElement Layout = JsonSerializer.Deserialize<JsonElement>(FoxgloveLayout.Of(FlightSample.Layout));

    [Fact]
    public void Every_panel_is_placed_once()
    {
        string[] panels = [.. Layout.GetProperty("configById").EnumerateObject().Select(panel => panel.Name).Order(StringComparer.Ordinal)];
        Assert.Equal(panels, Leaves(Layout.GetProperty("layout")).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_channel_has_policy_guard_and_robot_on_one_axis()
    {
        JsonElement plot = Layout.GetProperty("configById").GetProperty("Plot!channel1");
        Assert.Equal("elbow.pos [rad]", plot.GetProperty("foxglovePanelTitle").GetString());
        Assert.Equal(
            ["/policy/action.values[1]", "/guard/command.values[1]", "/robot/executed.values[1]", "/robot/state.values[1]"],
            plot.GetProperty("paths").EnumerateArray().Select(path => path.GetProperty("value").GetString()!));
    }

    private static IEnumerable<string> Leaves(JsonElement node) => node.ValueKind == JsonValueKind.String
        ? [node.GetString()!]
        : Leaves(node.GetProperty("first")).Concat(Leaves(node.GetProperty("second")));
}
