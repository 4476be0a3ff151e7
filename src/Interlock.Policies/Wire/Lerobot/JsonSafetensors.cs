using System.Buffers.Binary;
using Interlock.Policies.Wire.JsonNumpy;
using Interlock.Policies.Wire.Numpy;

namespace Interlock.Policies.Wire.Lerobot;

/// <summary>
/// LeRobot messages without pickles: big-endian u32 length, JSON, safetensors. Source: LeRobot pull request 3048, safe_serialization.py
/// at 27f2a665.
/// </summary>
internal static class JsonSafetensors
{
    private const string Format = "lerobot json";
    private const int LengthBytes = sizeof(uint);

    public static bool IsLikely(ReadOnlySpan<byte> payload) =>
        payload.Length > LengthBytes && BinaryPrimitives.ReadUInt32BigEndian(payload) <= payload.Length - LengthBytes && payload[LengthBytes] == '{';

    public static IReadOnlyList<TimedAction> ReadActions(ReadOnlyMemory<byte> payload)
    {
        (WireFields fields, IReadOnlyDictionary<string, NumpyArray> tensors) = Split(payload, "TimedActions");
        return [.. fields.List("actions").Items.Select((item, i) => Action(item, i, tensors))];
    }

    public static TimedObservation ReadObservation(ReadOnlyMemory<byte> payload)
    {
        (WireFields fields, IReadOnlyDictionary<string, NumpyArray> tensors) = Split(payload, "TimedObservation");
        OrderedDictionary<string, WireValue> observation = new(fields.Map("scalar_data").Entries);
        foreach ((string name, NumpyArray array) in tensors)
        {
            if (!observation.TryAdd(name, new WireValue.Array(array)))
            {
                throw WireError.In(WireCodes.DuplicateKey, Format, name, "the name is used by a number and by a tensor");
            }
        }

        bool mustGo = fields.Find("must_go") is not null && fields.Boolean("must_go");
        return new TimedObservation(fields.Number("timestamp"), fields.Integer("timestep"), new WireValue.Map(observation), mustGo);
    }

    public static PolicySetup ReadPolicySetup(ReadOnlyMemory<byte> payload) => PolicySetup.Of(Split(payload, PolicySetup.Name).Fields);

    public static void Write(TimedObservation observation, WireBuffer buffer)
    {
        ILookup<bool, KeyValuePair<string, WireValue>> byTensor =
            observation.Observation.Entries.ToLookup(entry => entry.Value is WireValue.Array);
        KeyValuePair<string, NumpyArray>[] tensors =
            [.. byTensor[true].Select(entry => KeyValuePair.Create(entry.Key, ((WireValue.Array)entry.Value).Value))];
        Pack(buffer, tensors, [
            new("type", new WireValue.Text("TimedObservation")),
            new("timestamp", new WireValue.Number(observation.TimestampS)),
            new("timestep", new WireValue.Integer(observation.Timestep)),
            new("must_go", observation.MustGo ? WireValue.True : WireValue.False),
            new("scalar_data", Map(byTensor[false])),
            new("numpy_keys", new WireValue.List([.. tensors.Select(tensor => new WireValue.Text(tensor.Key))])),
        ]);
    }

    public static void Write(PolicySetup setup, WireBuffer buffer) =>
        Pack(buffer, [], setup.Fields.Prepend(new("type", new WireValue.Text(PolicySetup.Name))));

    public static void Write(IReadOnlyList<TimedAction> actions, WireBuffer buffer)
    {
        WireValue.List stamps = new([.. actions.Select(action => Map([
            new("timestamp", new WireValue.Number(action.TimestampS)),
            new("timestep", new WireValue.Integer(action.Timestep)),
        ]))]);
        KeyValuePair<string, NumpyArray>[] tensors = [.. actions.Select((action, i) => KeyValuePair.Create($"action_{i}", action.Action))];
        Pack(buffer, tensors, [new("type", new WireValue.Text("TimedActions")), new("actions", stamps)]);
    }

    private static TimedAction Action(WireValue item, int index, IReadOnlyDictionary<string, NumpyArray> tensors)
    {
        WireFields fields = new("TimedAction", item as WireValue.Map ?? new WireValue.Map(new Dictionary<string, WireValue>()));
        return tensors.TryGetValue($"action_{index}", out NumpyArray action) && action.Shape.Rank == 1
            ? new TimedAction(fields.Number("timestamp"), fields.Integer("timestep"), action)
            : throw fields.Wrong($"action_{index}", "a tensor of shape [D]");
    }

    private static (WireFields Fields, IReadOnlyDictionary<string, NumpyArray> Tensors) Split(ReadOnlyMemory<byte> payload, string type)
    {
        int jsonBytes = (int)BinaryPrimitives.ReadUInt32BigEndian(payload.Span);
        ReadOnlyMemory<byte> rest = payload[(LengthBytes + jsonBytes)..];
        WireFields fields = new(type, JsonNumpyDecoder.Decode(payload.Span.Slice(LengthBytes, jsonBytes)) as WireValue.Map
            ?? throw WireError.In(WireCodes.WrongMessage, Format, "(root)", $"the payload is not a {type}"));
        return fields.Text("type") == type
            ? (fields, rest.IsEmpty ? new Dictionary<string, NumpyArray>() : SafetensorsBytes.Read(rest))
            : throw WireError.In(WireCodes.WrongMessage, Format, "type", $"the payload is not a {type}");
    }

    private static void Pack(WireBuffer buffer, IReadOnlyList<KeyValuePair<string, NumpyArray>> tensors, IEnumerable<KeyValuePair<string, WireValue>> fields)
    {
        buffer.Take(LengthBytes);
        int begin = buffer.Length;
        JsonNumpyEncoder.Encode(Map(fields), buffer);
        BinaryPrimitives.WriteUInt32BigEndian(buffer.At(begin - LengthBytes, LengthBytes), (uint)(buffer.Length - begin));
        if (tensors.Count > 0)
        {
            SafetensorsBytes.Write(tensors, buffer);
        }
    }

    private static WireValue.Map Map(IEnumerable<KeyValuePair<string, WireValue>> entries) => new(new OrderedDictionary<string, WireValue>(entries));
}
