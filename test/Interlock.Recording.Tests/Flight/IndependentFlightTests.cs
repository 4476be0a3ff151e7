using System.Globalization;
using System.Text.Json;
using Interlock.Recording.Flight;
using Interlock.Recording.Flight.Reading;
using Interlock.Recording.Flight.Session;
using Interlock.Recording.Flight.Steps;
using Interlock.Recording.Mcap.Reading;
using Interlock.Recording.Tests.Mcap;

namespace Interlock.Recording.Tests.Flight;

/// <summary>What the reader of the format's own authors, in another language, finds in a flight recording.</summary>
public sealed class IndependentFlightTests
{
    [IndependentReaderFact]
    public void It_finds_every_message_that_our_reader_finds()
    {
        using TemporaryFolder folder = new();
        string path = Record(folder);
        JsonElement[] lines = IndependentReader.Run(path, "--json");
        using McapReader ours = McapReader.Open(path);
        Assert.Equal(
            ours.Messages().Select(m => $"{ours.Channels[m.ChannelId].Topic} {m.Sequence} {m.LogTimeNs} {Convert.ToBase64String(m.Data.Span)}"),
            Of(lines, "message").Select(line => $"{line.GetProperty("topic").GetString()} {line.GetProperty("sequence")} {line.GetProperty("logTime").GetString()} {line.GetProperty("data").GetString()}"));
    }

    [IndependentReaderFact]
    public void It_reads_the_same_numbers()
    {
        using TemporaryFolder folder = new();
        string path = Record(folder);
        using FlightLog log = FlightLog.Open(path);
        IEnumerable<string> theirs = Of(IndependentReader.Run(path, "--json"), "message")
            .Where(line => line.GetProperty("topic").GetString() == "/policy/action_raw")
            .Select(line => string.Join(' ', line.GetProperty("json").GetProperty("values").EnumerateArray().Select(Text)));
        Assert.Equal(log.Steps().Select(step => string.Join(' ', step.Policy!.Select(Text))), theirs);
    }

    [IndependentReaderFact]
    public void It_finds_the_schemas_that_viewers_know()
    {
        using TemporaryFolder folder = new();
        HashSet<string> schemas = [.. Of(IndependentReader.Run(Record(folder), ""), "message").Select(line => line.GetProperty("schema").GetString()!)];
        Assert.Superset(new HashSet<string> { "foxglove.JointStates", "foxglove.CompressedImage", "foxglove.Log" }, schemas);
    }

    private static IEnumerable<JsonElement> Of(JsonElement[] lines, string kind) => lines.Where(line => line.GetProperty("kind").GetString() == kind);

    // JSON of another language writes numbers in its own way; what counts is the number.
    private static string Text(JsonElement value) => value.ValueKind == JsonValueKind.Number ? Text(value.GetDouble()) : value.GetString()!;

    private static string Text(double value) =>
        double.IsFinite(value) ? (value + 0.0).ToString("R", CultureInfo.InvariantCulture) : double.IsNaN(value) ? "NaN" : value > 0 ? "Infinity" : "-Infinity";

    private static string Record(TemporaryFolder folder)
    {
        string path = folder.PathOf("run.mcap");
        using FlightRecorder recorder = FlightSample.Start(path);
        for (int second = 0; second < 3; second++)
        {
            FlightSample.Run(recorder, second * 100, (second + 1) * 100);
            recorder.TryEvent(new FlightEvent { MonotonicNs = FlightSample.StartNs, Kind = FlightEventKind.Mark, Code = FlightCode.Of("RT001") });
            recorder.RecordImage(FlightSample.Jpeg(second * 100));
            recorder.RecordText(FlightSample.StartNs, FlightLevel.Info, "test", "hello");
        }

        return path;
    }
}
