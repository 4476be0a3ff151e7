using System.Text.Json;
using Interlock.Policies.Wire;
using Interlock.Policies.Wire.Lerobot;
using Interlock.Policies.Wire.Numpy;

namespace Interlock.Policies.Tests.Wire.Lerobot;

public sealed class LerobotPayloadTests
{
    private const string Folder = "data/lerobot-async-pickle";

    [SharedFact(Folder)]
    public void The_captured_chunk_gives_the_expected_numbers()
    {
        using JsonDocument expected = JsonDocument.Parse(Shared("action_chunk_f32_3x14.expected.json"));
        IReadOnlyList<TimedAction> actions = LerobotPayload.ReadActions(Shared("action_chunk_f32_3x14.pkl"));
        Assert.Equal(expected.RootElement.GetProperty("T").GetInt32(), actions.Count);
        Assert.Equal([100, 101, 102], actions.Select(action => action.Timestep));
        Assert.Equal(123.5, actions[0].TimestampS);
        Assert.Equal(
            expected.RootElement.GetProperty("data").EnumerateArray().Select(item => item.GetDouble()), actions.SelectMany(action => Doubles(action.Action)));
    }

    [SharedFact(Folder)]
    public void Observation_and_setup_are_emitted_to_the_byte()
    {
        WireBuffer buffer = new();
        LerobotPayload.Write(LerobotPayload.ReadObservation(Shared("observation_basic.pkl")), PayloadGeneration.Pickle, buffer);
        Assert.Equal(Shared("observation_basic.emit.bin"), buffer.Written.ToArray());
        buffer.Clear();
        LerobotPayload.Write(LerobotPayload.ReadPolicySetup(Shared("policy_setup_basic.pkl")), PayloadGeneration.Pickle, buffer);
        Assert.Equal(Shared("policy_setup_basic.emit.bin"), buffer.Written.ToArray());
    }

    [SharedFact(Folder)]
    public void What_is_emitted_is_read_like_what_was_captured()
    {
        TimedObservation observation = LerobotPayload.ReadObservation(Shared("observation_basic.emit.bin"));
        Assert.Equal((123.5, 100, false), (observation.TimestampS, observation.Timestep, observation.MustGo));
        Assert.Equal(new WireValue.Number(-2.25), observation.Observation.Entries["right_waist.pos"]);
        Assert.Equal(LerobotPayload.ReadPolicySetup(Shared("policy_setup_basic.pkl")).Features.Entries.Keys,
            LerobotPayload.ReadPolicySetup(Shared("policy_setup_basic.emit.bin")).Features.Entries.Keys);
    }

    [Theory]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    public void Pickles_of_every_protocol_and_numpy_spelling_are_read(int protocol)
    {
        IReadOnlyList<TimedAction> actions = LerobotPayload.ReadActions(PythonVectors.Bytes($"actions_{protocol}"));
        Assert.Equal([2, 2.5, 3, 3.5], Doubles(actions[1].Action));
        Assert.Equal((11, 8), (actions[1].TimestampS, actions[1].Timestep));
        foreach (string name in new[] { $"observation_{protocol}", $"observation_old_numpy_{protocol}" })
        {
            TimedObservation observation = LerobotPayload.ReadObservation(PythonVectors.Bytes(name));
            Assert.Equal("[2, 2, 3]", Assert.IsType<WireValue.Array>(observation.Observation.Entries["top"]).Value.Shape.ToString());
            Assert.Equal(new WireValue.Text("fold é"), observation.Observation.Entries["task"]);
        }
    }

    [Theory]
    [InlineData(2)]
    [InlineData(5)]
    public void A_setup_of_any_protocol_is_read(int protocol) =>
        Assert.Equal(70000, LerobotPayload.ReadPolicySetup(PythonVectors.Bytes($"setup_{protocol}")).ActionsPerChunk);

    [Theory]
    [InlineData(PayloadGeneration.Pickle)]
    [InlineData(PayloadGeneration.JsonSafetensors)]
    public void Each_generation_reads_what_it_writes(PayloadGeneration generation)
    {
        WireBuffer buffer = new();
        TimedAction[] chunk = [.. Enumerable.Range(0, 5).Select(i => new TimedAction(i / 8.0, 100_000 + i, NumpyArray.OfSingles([i, float.NaN], new NumpyShape(2))))];
        LerobotPayload.Write(chunk, generation, buffer);
        IReadOnlyList<TimedAction> read = LerobotPayload.ReadActions(buffer.Written);
        Assert.Equal(generation, LerobotPayload.Sniff(buffer.Written.Span));
        Assert.Equal(chunk.Select(action => (action.TimestampS, action.Timestep)), read.Select(action => (action.TimestampS, action.Timestep)));
        Assert.Equal(chunk.SelectMany(action => Doubles(action.Action)), read.SelectMany(action => Doubles(action.Action)));

        TimedObservation observation = LerobotPayload.ReadObservation(PythonVectors.Bytes("observation_4"));
        buffer.Clear();
        LerobotPayload.Write(observation, generation, buffer);
        TimedObservation again = LerobotPayload.ReadObservation(buffer.Written);
        Assert.Equal((1.25, 300, true), (again.TimestampS, again.Timestep, again.MustGo));
        Assert.Equal(Enumerable.Range(0, 12).Select(i => (double)i), Doubles(Assert.IsType<WireValue.Array>(again.Observation.Entries["top"]).Value));

        PolicySetup setup = LerobotPayload.ReadPolicySetup(PythonVectors.Bytes("setup_4"));
        buffer.Clear();
        LerobotPayload.Write(setup, generation, buffer);
        Assert.Equal(setup.Features.Entries.Keys, LerobotPayload.ReadPolicySetup(buffer.Written).Features.Entries.Keys);
    }

    [Fact]
    public void An_empty_reply_is_no_chunk_and_other_bytes_are_neither_generation()
    {
        Assert.Empty(LerobotPayload.ReadActions(default));
        Codes.Expect("PO039", () => LerobotPayload.ReadActions("cos\nsystem\n"u8.ToArray()));
        Codes.Expect("PO001", () => LerobotPayload.ReadObservation(default));
        Codes.Expect("PO038", () => LerobotPayload.ReadObservation(PythonVectors.Bytes("setup_4")));
    }

    [Fact]
    public void A_hundred_thousand_damaged_payloads_end_in_a_value_or_a_finding()
    {
        WireBuffer json = new();
        LerobotPayload.Write([new TimedAction(1, 2, NumpyArray.OfSingles([1, 2], new NumpyShape(2)))], PayloadGeneration.JsonSafetensors, json);
        byte[][] chunks = [PythonVectors.Bytes("actions_3"), PythonVectors.Bytes("actions_4"), PythonVectors.Bytes("actions_5"), json.Written.ToArray()];
        byte[][] observations = [PythonVectors.Bytes("observation_4"), PythonVectors.Bytes("observation_5"), PythonVectors.Bytes("observation_old_numpy_3")];
        Assert.InRange(Mutations.Survive(chunks, 60_000, seed: 5, payload => LerobotPayload.ReadActions(payload)), 1000, 59_999);
        Assert.InRange(Mutations.Survive(observations, 40_000, seed: 6, payload => LerobotPayload.ReadObservation(payload)), 1000, 39_999);
    }

    private static double[] Doubles(NumpyArray array)
    {
        double[] values = new double[array.ElementCount];
        array.CopyTo(values);
        return values;
    }

    private static byte[] Shared(string name) => File.ReadAllBytes(SharedFiles.PathOf($"{Folder}/{name}"));
}
