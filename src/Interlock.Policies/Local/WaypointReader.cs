using Interlock.Core.Diagnostics;
using Interlock.Policies.Files;

namespace Interlock.Policies.Local;

/// <summary>Reads and checks waypoint files.</summary>
internal static class WaypointReader
{
    private const double FastestRateHz = 1000;
    private const double LongestS = 86400;

    public static WaypointScript Read(ReadOnlyMemory<byte> utf8, string fileName) => JsonFile.Read(
        utf8,
        fileName,
        WaypointScript.FormatTag,
        ["name", "channels", "rate_hz", "rows", "repeat", "waypoints"],
        root =>
        {
            WaypointScript script = new()
            {
                Name = root.Text("name"),
                Channels = root.Texts("channels"),
                RateHz = root.Number("rate_hz", double.Epsilon, FastestRateHz),
                Rows = root.Whole("rows", 1, WaypointScript.MostRows),
                Repeat = root.Flag("repeat", fallback: false),
                Waypoints = [.. root.Groups("waypoints", "name", "at_s", "position").Select(ReadWaypoint)],
            };
            Check(script, (key, message) => root.Error(LocalCodes.Waypoints, key, message));
            return script;
        });

    /// <summary>Checks a script that was made in memory.</summary>
    /// <exception cref="DiagnosticException">PO175 with every finding.</exception>
    public static void Check(WaypointScript script)
    {
        DiagnosticCollector findings = new();
        Check(script, (key, message) => findings.Error(LocalCodes.Waypoints, message, new SourcePlace($"script '{script.Name}'", Key: key)));
        findings.ThrowIfErrors();
    }

    private static Waypoint ReadWaypoint(JsonGroup group) => new(group.Text("name"), group.Number("at_s", 0, LongestS), group.Numbers("position"));

    private static void Check(WaypointScript script, Action<string, string> error)
    {
        if (script.Channels.Count == 0 || script.Channels.Distinct().Count() != script.Channels.Count)
        {
            error("channels", "there is no channel, or one comes twice");
        }

        if (script.Waypoints.Count == 0)
        {
            error("waypoints", "there is no waypoint");
        }

        if (!(script.RateHz > 0) || script.RateHz > FastestRateHz || script.Rows is < 1 or > WaypointScript.MostRows)
        {
            error("rate_hz", $"{script.Rows} rows at {script.RateHz} Hz are not within {WaypointScript.MostRows} rows and {FastestRateHz} Hz");
        }

        double lastS = 0;
        for (int i = 0; i < script.Waypoints.Count; i++)
        {
            CheckWaypoint(script.Waypoints[i], script.Channels.Count, lastS, message => error($"waypoints[{i}]", message));
            lastS = script.Waypoints[i].AtS;
        }
    }

    private static void CheckWaypoint(Waypoint waypoint, int channels, double lastS, Action<string> error)
    {
        if (!(waypoint.AtS > lastS) || waypoint.AtS > LongestS)
        {
            error($"{waypoint.AtS} s is not after {lastS} s, or later than a day");
        }

        if (waypoint.Position.Count != channels)
        {
            error($"the position has {waypoint.Position.Count} values, there are {channels} channels");
        }

        if (!waypoint.Position.All(double.IsFinite))
        {
            error("the position is not finite");
        }
    }
}
