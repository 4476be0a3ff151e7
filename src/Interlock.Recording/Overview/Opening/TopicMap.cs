using Interlock.Recording.Flight.Encoding;
using Interlock.Recording.Flight.Session;
using Interlock.Recording.Mcap.Reading;
using Interlock.Recording.Overview.Building;

namespace Interlock.Recording.Overview.Opening;

/// <summary>Which stream of a file has which signals.</summary>
internal sealed class TopicMap
{
    private static readonly Dictionary<string, StepTopic> Names = new()
    {
        [FlightTopics.PolicyRaw] = StepTopic.Raw,
        [FlightTopics.PolicyAction] = StepTopic.Policy,
        [FlightTopics.Guarded] = StepTopic.Guarded,
        [FlightTopics.Executed] = StepTopic.Executed,
        [FlightTopics.State] = StepTopic.State,
        [FlightTopics.Monitors] = StepTopic.Monitors,
        [FlightTopics.Force] = StepTopic.Force,
        [FlightTopics.Verdict] = StepTopic.Verdict,
        [FlightTopics.Supervisor] = StepTopic.Supervisor,
        [FlightTopics.Timing] = StepTopic.Timing,
    };

    private static readonly StepTopic[] OfScalar =
    [
        StepTopic.Force, StepTopic.Force, StepTopic.Verdict, StepTopic.Verdict, StepTopic.Supervisor, StepTopic.Timing, StepTopic.Timing,
        StepTopic.Timing, StepTopic.Timing, StepTopic.Timing, StepTopic.Timing, StepTopic.Timing, StepTopic.Timing, StepTopic.Timing,
    ];

    private readonly SignalColumns _columns;
    private readonly int _channels;

    public TopicMap(FlightLayout layout, SignalColumns columns, McapReader reader)
    {
        _columns = columns;
        _channels = layout.Channels.Count;
        ById = reader.Channels.Values.Where(channel => Names.ContainsKey(channel.Topic)).ToDictionary(channel => channel.Id, channel => Names[channel.Topic]);
    }

    /// <summary>Streams of steps by the id of their channel in the file.</summary>
    public IReadOnlyDictionary<ushort, StepTopic> ById { get; }

    public StepTopic TopicOf(int signal) => signal switch
    {
        _ when signal < _columns.Policy => StepTopic.Raw,
        _ when signal < _columns.Monitors => StepTopic.Policy + ((signal - _columns.Policy) / _channels),
        _ when signal < _columns.FirstScalar => StepTopic.Monitors,
        _ => OfScalar[signal - _columns.FirstScalar],
    };
}
