using System.Text.Json;
using Interlock.Core.Observations;
using Interlock.Recording.Flight;
using Interlock.Recording.Flight.Reading;
using Interlock.Recording.Layouts;
using Interlock.Recording.Tests.Flight;

namespace Interlock.Recording.Tests.Layouts;

public sealed class FoxgloveLayoutTests
{
    private static readonly JsonElement Layout = Of(FlightSample.Jpeg(1));

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

    [Fact]
    public void A_camera_that_gives_RGB_has_its_own_topic()
    {
        Assert.Equal("/camera/wrist/image", TopicOf(Layout));
        Assert.Equal("/camera/wrist/image_raw", TopicOf(Of(FlightSample.Jpeg(1, bytes: 12) with { Encoding = ImageEncoding.Rgb8, WidthPx = 2, HeightPx = 2 })));
    }

    private static string? TopicOf(JsonElement layout) =>
        layout.GetProperty("configById").GetProperty("Image!wrist").GetProperty("imageMode").GetProperty("imageTopic").GetString();

    private static JsonElement Of(CameraImage image)
    {
        using TemporaryFolder folder = new();
        string path = folder.PathOf("run.mcap");
        using (FlightRecorder recorder = FlightSample.Start(path))
        {
            FlightSample.Run(recorder, 0, 3);
            recorder.RecordImage(image);
        }

        using FlightLog log = FlightLog.Open(path);
        return JsonSerializer.Deserialize<JsonElement>(FoxgloveLayout.Of(log));
    }

    private static IEnumerable<string> Leaves(JsonElement node) => node.ValueKind == JsonValueKind.String
        ? [node.GetString()!]
        : Leaves(node.GetProperty("first")).Concat(Leaves(node.GetProperty("second")));
}
