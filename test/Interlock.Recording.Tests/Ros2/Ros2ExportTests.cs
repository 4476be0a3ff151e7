using System.Text.Json;
using Interlock.Core.Diagnostics;
using Interlock.Recording.Flight.Reading;
using Interlock.Recording.Mcap.Reading;
using Interlock.Recording.Ros2;
using Interlock.Recording.Tests.Flight;

namespace Interlock.Recording.Tests.Ros2;

public sealed class Ros2ExportTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void It_is_a_whole_file_of_ROS_2_in_the_order_of_time()
    {
        (string path, Ros2ExportReport report) = Ros2Sample.Export(_folder, Ros2Sample.Record(_folder));
        using McapReader reader = McapReader.Open(path);
        reader.Verify();
        Assert.Equal("ros2", reader.Header.Profile);
        Assert.True(reader.IsIndexed);
        Assert.All(reader.Channels.Values, channel => Assert.Equal(("cdr", "ros2msg"), (channel.MessageEncoding, reader.Schemas[channel.SchemaId].Encoding)));
        ulong[] inFileOrder = [.. reader.Messages(new McapQuery { Order = McapOrder.File }).Select(message => message.LogTimeNs)];
        Assert.Equal(inFileOrder.Order(), inFileOrder);
        Assert.Equal((Ros2Sample.Ticks, (long)reader.Statistics!.MessageCount, reader.Channels.Count), (report.Steps, report.Messages, report.Topics));
        Assert.Empty(report.Findings);
    }

    [Fact]
    public void Equal_recordings_give_equal_bytes()
    {
        string recording = Ros2Sample.Record(_folder);
        Assert.Equal(
            File.ReadAllBytes(Ros2Sample.Export(_folder, recording, name: "a.mcap").Path),
            File.ReadAllBytes(Ros2Sample.Export(_folder, recording, name: "b.mcap").Path));
    }

    [Ros2ReaderFact]
    public void Another_reader_finds_the_numbers_that_our_reader_finds()
    {
        string recording = Ros2Sample.Record(_folder);
        using FlightLog log = FlightLog.Open(recording);
        FlightStep[] steps = [.. log.Steps()];
        ILookup<string, JsonElement> found = Ros2Reader.Run(Ros2Sample.Export(_folder, recording).Path).ToLookup(line => line.GetProperty("topic").GetString()!);
        double[] toSi = [Math.PI / 180, 1, 1];
        Assert.Equal(
            steps.SelectMany(step => step.State!.Select((value, i) => value * toSi[i])),
            found["/robot/joint_states"].SelectMany(line => Numbers(line, "position")));
        Assert.Equal(steps.SelectMany(step => step.Guarded!.Select((value, i) => value * toSi[i])), found["/guard/command"].SelectMany(line => Numbers(line, "position")));
        Assert.Equal(steps.SelectMany(step => step.Policy!), found["/policy/action_raw"].SelectMany(line => Numbers(line, "data")));
        Assert.Equal(steps.Select(step => step.Margin!.Value), found["/guard/margin"].SelectMany(line => Numbers(line, "data")));
        Assert.Equal(steps.Where(step => step.LatencyMs is not null).Select(step => step.LatencyMs!.Value), found["/loop/latency_ms"].SelectMany(line => Numbers(line, "data")));
        Assert.Equal(steps.Select(step => $"{FlightSample.StartUtcNs + (step.Tick * FlightSample.PeriodNs)}"), found["/guard/command"].Select(line => line.GetProperty("logTime").GetString()));
        Assert.Equal(Convert.ToBase64String(FlightSample.Jpeg(30).Data.Span), Assert.Single(found["/camera/wrist/image"]).GetProperty("value").GetProperty("data").GetString());
        Assert.Equal(["pass", "clip", "pass"], found["/guard/verdict"].Select(Text));
        Assert.Equal(Ros2Sample.Urdf, Text(Assert.Single(found["/robot_description"])));
        Assert.Equal(
            [(30.0, "test", "hello"), (30.0, "interlock.guard", "GD001 intervention on elbow.pos: 1.625, limit 1.5")],
            found["/rosout"].Select(line => line.GetProperty("value")).Select(log => (Ros2Reader.Number(log.GetProperty("level")), log.GetProperty("name").GetString(), log.GetProperty("msg").GetString())));
    }

    [Fact]
    public void A_monitor_begins_with_its_first_number()
    {
        ILookup<string, ulong> times = Ros2Sample.Times(Ros2Sample.Export(_folder, Ros2Sample.Record(_folder)).Path);
        Assert.Equal(Ros2Sample.Ticks - 10, times["/guard/monitors/oscillation"].Count());
        Assert.Equal(Ros2Sample.Ticks, times["/guard/monitors/freeze"].Count());
    }

    [Fact]
    public void Thinning_leaves_words_events_and_images_whole()
    {
        ILookup<string, ulong> times = Ros2Sample.Times(Ros2Sample.Export(_folder, Ros2Sample.Record(_folder), new Ros2ExportOptions { EverySteps = 6 }).Path);
        Assert.Equal(Ros2Sample.Ticks / 6, times["/guard/command"].Count());
        Assert.Equal((3, 2, 1), (times["/guard/verdict"].Count(), times["/rosout"].Count(), times["/camera/wrist/image"].Count()));
    }

    [Fact]
    public void Transforms_are_at_most_a_hundred_a_second() => Assert.Equal(
        [0, 10, 20, 30, 40, 50],
        Ros2Sample.Times(Ros2Sample.Export(_folder, Ros2Sample.Record(_folder)).Path)["/tf"].Select(timeNs => ((long)timeNs - FlightSample.StartUtcNs) / FlightSample.PeriodNs));

    [Fact]
    public void A_description_that_cannot_be_posed_is_passed_on_and_said()
    {
        (string path, Ros2ExportReport report) = Ros2Sample.Export(_folder, Ros2Sample.Record(_folder, "<robot/>"));
        Assert.Equal("RC062", Assert.Single(report.Findings).Code);
        ILookup<string, ulong> times = Ros2Sample.Times(path);
        Assert.Single(times["/robot_description"]);
        Assert.Empty(times["/tf"]);
    }

    [Fact]
    public void A_time_that_ROS_2_cannot_write_is_refused()
    {
        string recording = Ros2Sample.Record(_folder, session: FlightSample.Session with { StartUtcNs = 2_147_483_648_000_000_000 });
        DiagnosticException exception = Assert.Throws<DiagnosticException>(() => Ros2Sample.Export(_folder, recording, new Ros2ExportOptions { File = recording }));
        Assert.Contains($"{recording}: RC061", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void More_cameras_than_can_be_looked_at_are_refused()
    {
        string recording = Ros2Sample.Record(_folder, layout: FlightSample.Layout with { Cameras = [.. Enumerable.Range(0, 9000).Select(i => $"c{i}"), "wrist"] });
        Assert.Contains("RC043", Assert.Throws<DiagnosticException>(() => Ros2Sample.Export(_folder, recording)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_recording_without_anything_is_refused()
    {
        string recording = _folder.PathOf("empty.mcap");
        FlightSample.Start(recording).Dispose();
        Assert.Contains("RC064", Assert.Throws<DiagnosticException>(() => Ros2Sample.Export(_folder, recording)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_export_is_no_recording()
    {
        string path = Ros2Sample.Export(_folder, Ros2Sample.Record(_folder)).Path;
        Assert.Contains("RC024", Assert.Throws<DiagnosticException>(() => FlightLog.Open(path)).Message, StringComparison.Ordinal);
    }

    private static IEnumerable<double> Numbers(JsonElement line, string field) => line.GetProperty("value").GetProperty(field).EnumerateArray().Select(Ros2Reader.Number);

    private static string Text(JsonElement line) => line.GetProperty("value").GetProperty("data").GetString()!;
}
