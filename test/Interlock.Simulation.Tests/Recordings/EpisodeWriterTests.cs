using System.Text;
using System.Text.Json;
using Interlock.Core.Episodes;
using Interlock.Core.Text;
using Interlock.Simulation.Episodes;
using Interlock.Simulation.Faults;
using Interlock.Simulation.Recordings;

namespace Interlock.Simulation.Tests.Recordings;

public sealed class EpisodeWriterTests
{
    private static readonly DemonstrationGenerator Generator = new(1, seed: 1);
    private static readonly Episode Spoilt = PickAndPlaceEpisode.Run(3, index: 5, fault: new NanFault(20)).Episode;

    [Fact]
    public void A_csv_recording_reads_back_bit_for_bit_with_its_names()
    {
        using StringWriter text = new();
        new CsvEpisodeWriter(text, Generator.Description).Write(Spoilt);
        string[][] rows = [.. text.ToString().TrimEnd('\n').Split('\n').Select(line => line.Split(','))];

        Assert.Equal(["episode", "step", "timestamp", "action.shoulder_pan"], rows[0][..4]);
        Assert.Equal(["state.gripper", "success"], rows[0][^2..]);
        Assert.Equal(Spoilt.Length, rows.Length - 1);
        Assert.All(rows, row => Assert.Equal(rows[0].Length, row.Length));
        Assert.Equal(Spoilt.Actions, rows[1..].SelectMany(row => row[3..10].Select(double.Parse)));
        Assert.Equal(Spoilt.States!, rows[1..].SelectMany(row => row[10..17].Select(double.Parse)));
        Assert.Equal(Spoilt.TimestampsS!, rows[1..].Select(row => double.Parse(row[2])));
        Assert.All(rows[1..], row => Assert.Equal("5", row[0]));
    }

    [Fact]
    public void A_json_lines_recording_reads_back_bit_for_bit()
    {
        using MemoryStream stream = new();
        new JsonLinesEpisodeWriter(stream).Write(Spoilt);
        string[] lines = Encoding.UTF8.GetString(stream.ToArray()).TrimEnd('\n').Split('\n');
        JsonElement[] steps = [.. lines.Select(line => JsonDocument.Parse(line).RootElement)];

        Assert.Equal(Spoilt.Length, steps.Length);
        Assert.Equal(Spoilt.Actions, steps.SelectMany(step => Numbers(step, "action")));
        Assert.Equal(Spoilt.States!, steps.SelectMany(step => Numbers(step, "state")));
        Assert.All(steps, step => Assert.Equal(Spoilt.Success, step.GetProperty("success").GetBoolean()));
        Assert.Equal(Enumerable.Range(0, Spoilt.Length), steps.Select(step => step.GetProperty("step").GetInt32()));
    }

    private static IEnumerable<double> Numbers(JsonElement step, string name) =>
        step.GetProperty(name).EnumerateArray().Select(element => JsonNumber.Read(element)!.Value);
}
