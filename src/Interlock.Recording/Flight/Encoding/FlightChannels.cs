using System.Globalization;
using System.Text.Json;
using Interlock.Recording.Flight.Session;
using Interlock.Recording.Flight.Writing;

namespace Interlock.Recording.Flight.Encoding;

/// <summary>The streams of one file: their ids and how many messages each has.</summary>
internal sealed class FlightChannels
{
    private const string Json = "json";

    private readonly FlightOutput _output;
    private readonly Dictionary<string, ushort> _schemas = [];

    public FlightChannels(FlightOutput output, FlightLayout layout)
    {
        _output = output;
        Dictionary<string, string> channels = Names(layout.Channels);
        channels["units"] = JsonSerializer.Serialize(layout.Units.Select(unit => unit.Symbol));
        PolicyRaw = Add(FlightTopics.PolicyRaw, FlightSchema.Values, new() { ["dimension"] = layout.PolicyDimension.ToString(CultureInfo.InvariantCulture) });
        PolicyAction = Add(FlightTopics.PolicyAction, FlightSchema.Values, channels);
        Guarded = Add(FlightTopics.Guarded, FlightSchema.Values, channels);
        Executed = Add(FlightTopics.Executed, FlightSchema.Values, channels);
        State = Add(FlightTopics.State, FlightSchema.Values, channels);
        Monitors = Add(FlightTopics.Monitors, FlightSchema.Values, Names(layout.Monitors));
        Verdict = Add(FlightTopics.Verdict, FlightSchema.Verdict);
        Supervisor = Add(FlightTopics.Supervisor, FlightSchema.Supervisor);
        Force = Add(FlightTopics.Force, FlightSchema.Force);
        Timing = Add(FlightTopics.Timing, FlightSchema.Timing);
        JointStates = Add(FlightTopics.JointStates, FlightSchema.JointStates);
        Chunk = Add(FlightTopics.PolicyChunk, FlightSchema.Chunk, channels);
        GuardEvents = Add(FlightTopics.GuardEvents, FlightSchema.Event);
        Events = Add(FlightTopics.Events, FlightSchema.Event);
        Log = Add(FlightTopics.Log, FlightSchema.Log);
        Images = [.. layout.Cameras.Select(camera => Add(FlightTopics.Image(camera), FlightSchema.CompressedImage))];
        RawImages = [.. layout.Cameras.Select(camera => Add(FlightTopics.RawImage(camera), FlightSchema.RawImage))];
    }

    public ushort PolicyRaw { get; }

    public ushort PolicyAction { get; }

    public ushort Guarded { get; }

    public ushort Executed { get; }

    public ushort State { get; }

    public ushort Monitors { get; }

    public ushort Verdict { get; }

    public ushort Supervisor { get; }

    public ushort Force { get; }

    public ushort Timing { get; }

    public ushort JointStates { get; }

    public ushort Chunk { get; }

    public ushort GuardEvents { get; }

    public ushort Events { get; }

    public ushort Log { get; }

    public IReadOnlyList<ushort> Images { get; }

    public IReadOnlyList<ushort> RawImages { get; }

    private static Dictionary<string, string> Names(IReadOnlyList<string> names) => new() { ["names"] = JsonSerializer.Serialize(names) };

    private ushort Add(string topic, string schema, Dictionary<string, string>? metadata = null)
    {
        if (!_schemas.TryGetValue(schema, out ushort id))
        {
            id = _output.AddSchema(schema, FlightSchema.Encoding, FlightSchema.Text(schema));
            _schemas.Add(schema, id);
        }

        return _output.AddChannel(topic, Json, id, metadata);
    }
}
