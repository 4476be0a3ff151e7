using System.Text.Json.Nodes;
using Interlock.Recording.Flight.Encoding;
using Interlock.Recording.Flight.Reading;
using Interlock.Recording.Flight.Session;

namespace Interlock.Recording.Layouts;

/// <summary>A layout file for Foxglove: what the policy wanted, what the guard allowed and what was executed on one axis per channel, states, images and the log.</summary>
public static class FoxgloveLayout
{
    // More do not fit on a screen; the others are a click away.
    private const int MostPlots = 6;

    /// <summary>The layout of a recording; it fits the same set-up live as well.</summary>
    /// <param name="log">The recording; a camera's panel shows the topic that has its images.</param>
    /// <returns>JSON, the same for the same channels and cameras.</returns>
    public static string Of(FlightLog log)
    {
        ArgumentNullException.ThrowIfNull(log);
        return Of(log.Layout, camera => Has(log, FlightTopics.RawImage(camera)) && !Has(log, FlightTopics.Image(camera)));
    }

    private static string Of(FlightLayout layout, Func<string, bool> isRaw)
    {
        JsonObject panels = [];
        string[] plots = [.. layout.Channels.Take(MostPlots).Select((name, index) => Plot(panels, name, index, layout))];
        List<string> others = [States(panels), Ages(panels)];
        others.AddRange(layout.Cameras.Take(2).Select(camera => Image(panels, camera, isRaw(camera))));
        others.Add(Log(panels));
        JsonObject whole = new()
        {
            ["configById"] = panels,
            ["globalVariables"] = new JsonObject(),
            ["userNodes"] = new JsonObject(),
            ["playbackConfig"] = new JsonObject { ["speed"] = 1 },
            ["layout"] = Split("row", Stack(plots), Stack([.. others])),
        };
        return whole.ToJsonString(new System.Text.Json.JsonSerializerOptions { WriteIndented = true }) + "\n";
    }

    private static bool Has(FlightLog log, string topic) =>
        log.Reader.Channels.Values.Any(channel => channel.Topic == topic && log.Reader.Statistics?.ChannelMessageCounts.GetValueOrDefault(channel.Id) > 0);

    private static string Plot(JsonObject panels, string channel, int index, FlightLayout layout)
    {
        string unit = layout.Units[index].Symbol;
        return Add(panels, $"Plot!channel{index}", new JsonObject
        {
            ["foxglovePanelTitle"] = unit.Length == 0 ? channel : $"{channel} [{unit}]",
            ["paths"] = new JsonArray(
                Path($"/policy/action.values[{index}]", "policy"),
                Path($"/guard/command.values[{index}]", "guarded"),
                Path($"/robot/executed.values[{index}]", "executed"),
                Path($"/robot/state.values[{index}]", "measured")),
            ["showXAxisLabels"] = true,
            ["showYAxisLabels"] = true,
            ["showLegend"] = true,
            ["legendDisplay"] = "floating",
            ["showPlotValuesInLegend"] = true,
            ["isSynced"] = true,
            ["xAxisVal"] = "timestamp",
            ["sidebarDimension"] = 240,
        });
    }

    private static string Ages(JsonObject panels) => Add(panels, "Plot!ages", new JsonObject
    {
        ["foxglovePanelTitle"] = "ages and latency [ms]",
        ["paths"] = new JsonArray(
            Path("/loop/timing.observation_age_ms", "observation"),
            Path("/loop/timing.chunk_age_ms", "chunk"),
            Path("/loop/timing.latency_ms", "latency")),
        ["showLegend"] = true,
        ["legendDisplay"] = "floating",
        ["isSynced"] = true,
        ["xAxisVal"] = "timestamp",
    });

    private static string States(JsonObject panels) => Add(panels, "StateTransitions!states", new JsonObject
    {
        ["foxglovePanelTitle"] = "supervisor, guard, source",
        ["paths"] = new JsonArray(Path("/supervisor/state.state", "supervisor"), Path("/guard/verdict.verdict", "guard"), Path("/supervisor/state.source", "source")),
        ["isSynced"] = true,
    });

    private static string Image(JsonObject panels, string camera, bool isRaw) => Add(panels, $"Image!{camera}", new JsonObject
    {
        ["foxglovePanelTitle"] = camera,
        ["imageMode"] = new JsonObject { ["imageTopic"] = isRaw ? FlightTopics.RawImage(camera) : FlightTopics.Image(camera) },
    });

    private static string Log(JsonObject panels) => Add(panels, "RosOut!log", new JsonObject
    {
        ["foxglovePanelTitle"] = "log",
        ["topicToRender"] = "/log",
        ["minLogLevel"] = 1,
        ["searchTerms"] = new JsonArray(),
    });

    private static JsonObject Path(string value, string label) => new()
    {
        ["value"] = value,
        ["label"] = label,
        ["enabled"] = true,
        ["timestampMethod"] = "receiveTime",
    };

    private static string Add(JsonObject panels, string id, JsonObject panel)
    {
        panels[id] = panel;
        return id;
    }

    // A tree of halves, in which each panel has the same height.
    private static JsonNode Stack(string[] ids) => ids.Length == 1
        ? JsonValue.Create(ids[0])
        : Split("column", JsonValue.Create(ids[0]), Stack(ids[1..]), 100.0 / ids.Length);

    private static JsonObject Split(string direction, JsonNode first, JsonNode second, double percentage = 60) => new()
    {
        ["direction"] = direction,
        ["first"] = first,
        ["second"] = second,
        ["splitPercentage"] = Math.Round(percentage, 1),
    };
}
