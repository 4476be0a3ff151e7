using Interlock.Core.Diagnostics;
using Interlock.Policies.Local;
using Xunit;

namespace Interlock.Policies.Tests.Local;

public sealed class WaypointScriptTests
{
    private const string Good =
        """
        { "interlock": "waypoints/1", "name": "wave", "channels": ["a", "b"], "rate_hz": 20, "rows": 10,
          "waypoints": [ { "name": "up", "at_s": 1.5, "position": [1, 2] } ] }
        """;

    [Fact]
    public void A_file_is_read_and_put_into_the_robots_order()
    {
        WaypointScript script = WaypointScript.Parse(Good, "wave.waypoints.json").ForChannels(["b", "a"]);
        Assert.Equal([2, 1], script.Waypoints[0].Position);
        Assert.Equal(20, script.RateHz);
        Assert.False(script.Repeat);
    }

    [Theory]
    [InlineData("{", "PO171")]
    [InlineData("[]", "PO171")]
    [InlineData("{ \"interlock\": \"waypoints/1\", \"interlock\": \"waypoints/1\" }", "PO171")]
    [InlineData("{ \"interlock\": \"waypoints/2\" }", "PO173")]
    [InlineData("{}", "PO173")]
    public void What_is_no_waypoint_file_is_refused(string text, string code) => Assert.Equal(code, CodeOf(text));

    [Theory]
    [InlineData("\"rows\": 10", "\"rowz\": 10", "PO172")]
    [InlineData("\"rows\": 10", "\"rows\": 1.5", "PO174")]
    [InlineData("\"rows\": 10", "\"rows\": 99999999999999999999", "PO174")]
    [InlineData("\"rate_hz\": 20", "\"rate_hz\": 0", "PO174")]
    [InlineData("\"rate_hz\": 20", "\"rate_hz\": 1e999", "PO174")]
    [InlineData("\"rate_hz\": 20", "\"rate_hz\": \"20\"", "PO173")]
    [InlineData("\"at_s\": 1.5", "\"at_s\": 0", "PO175")]
    [InlineData("[1, 2]", "[1]", "PO175")]
    [InlineData("[1, 2]", "[1, \"NaN\"]", "PO173")]
    [InlineData("[\"a\", \"b\"]", "[\"a\", \"a\"]", "PO175")]
    public void A_mistake_is_named(string right, string wrong, string code) => Assert.Equal(code, CodeOf(Good.Replace(right, wrong)));

    [Fact]
    public void Channels_that_the_robot_does_not_have_are_refused()
    {
        WaypointScript script = WaypointScript.Parse(Good, "wave.waypoints.json");
        Assert.Equal("PO175", Assert.Throws<DiagnosticException>(() => script.ForChannels(["a", "c"])).Diagnostics[0].Code);
        Assert.Equal("PO175", Assert.Throws<DiagnosticException>(() => script.ForChannels(["a"])).Diagnostics[0].Code);
    }

    [Fact]
    public void A_missing_file_is_said_to_be_missing() =>
        Assert.Equal("PO170", Assert.Throws<DiagnosticException>(() => WaypointScript.Load("there/is/none.json")).Diagnostics[0].Code);

    private static string CodeOf(string text) =>
        Assert.Throws<DiagnosticException>(() => WaypointScript.Parse(text, "wave.waypoints.json")).Diagnostics[0].Code;
}
