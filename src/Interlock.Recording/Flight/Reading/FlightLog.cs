using Interlock.Core.Diagnostics;
using Interlock.Core.Observations;
using Interlock.Recording.Flight.Encoding;
using Interlock.Recording.Flight.Session;
using Interlock.Recording.Flight.Writing;
using Interlock.Recording.Mcap.Reading;
using Interlock.Recording.Mcap.Records;
using Interlock.Recording.Mcap.Recovery;

namespace Interlock.Recording.Flight.Reading;

/// <summary>
/// A flight recording, opened. Steps, events and the rest are read from the file as they are asked for, in the order of time; numbers are
/// bit for bit those that were recorded. An unfinished file is read through recovery. Not thread-safe.
/// </summary>
public sealed class FlightLog : IDisposable
{
    private static readonly HashSet<string> StepTopics =
    [
        FlightTopics.PolicyRaw, FlightTopics.PolicyAction, FlightTopics.Guarded, FlightTopics.Executed, FlightTopics.State, FlightTopics.Monitors,
        FlightTopics.Force, FlightTopics.Verdict, FlightTopics.Supervisor, FlightTopics.Timing,
    ];

    private readonly McapReader _reader;
    private readonly FlightClock _clock;
    private readonly string _path;

    private FlightLog(string path, McapReader reader, McapRecoveryReport? recovery)
    {
        _path = path;
        _reader = reader;
        Recovery = recovery;
        FactReader facts = new(Metadata(FlightFacts.Run) ?? throw FactReader.NotOurs(path, $"it has no metadata record '{FlightFacts.Run}'"), path);
        Layout = facts.Layout();
        Session = facts.Session();
        _clock = new FlightClock(Session);
    }

    /// <summary>What the numbers stand for.</summary>
    public FlightLayout Layout { get; }

    /// <summary>What the recording says about itself.</summary>
    public FlightSession Session { get; }

    /// <summary>What was recovered from an unfinished or damaged file; null when the file was whole.</summary>
    public McapRecoveryReport? Recovery { get; }

    /// <summary>Counts and outcome as the recorder wrote them at the end (<c>interlock.end</c>); null when it never came to that.</summary>
    public IReadOnlyDictionary<string, string>? End => Metadata(FlightFacts.End);

    /// <summary>Files in the recording, in the order they were attached.</summary>
    public IReadOnlyList<McapAttachmentIndex> Attachments => _reader.Attachments;

    internal McapReader Reader => _reader;

    internal FlightClock Clock => _clock;

    /// <summary>Opens a recording.</summary>
    /// <exception cref="DiagnosticException">RC001, RC012 and their like: not readable as MCAP; RC013: nothing to save; RC024: not a flight recording.</exception>
    public static FlightLog Open(string path) => Of(path, RecordingFile.Open(path));

    /// <summary>Opens what can be recovered of a recording, where reading it has shown damage that its index did not.</summary>
    internal static FlightLog OpenRecovered(string path) => Of(path, RecordingFile.Recovered(path));

    private static FlightLog Of(string path, (McapReader Reader, McapRecoveryReport? Recovery) opened)
    {
        (McapReader reader, McapRecoveryReport? recovery) = opened;
        try
        {
            return new FlightLog(path, reader, recovery);
        }
        catch
        {
            reader.Dispose();
            throw;
        }
    }

    /// <summary>Every whole step, in the order of time.</summary>
    /// <exception cref="DiagnosticException">RC025 or a fault of the file, while iterating.</exception>
    public IEnumerable<FlightStep> Steps() => Steps(0, ulong.MaxValue);

    /// <summary>Whole steps of a span of file time, ns, both ends included.</summary>
    internal IEnumerable<FlightStep> Steps(ulong fromNs, ulong toNs)
    {
        StepAssembly assembly = new(Layout);
        foreach (McapMessage message in Messages(StepTopics.Contains, fromNs, toNs))
        {
            string topic = Topic(message);
            if (Opened(message, topic, json => assembly.Add(topic, json)) is { } step)
            {
                yield return step;
            }
        }
    }

    /// <summary>Every event, in the order of time.</summary>
    /// <exception cref="DiagnosticException">RC025 or a fault of the file, while iterating.</exception>
    public IEnumerable<RecordedEvent> Events() => Read(
        topic => topic is FlightTopics.GuardEvents or FlightTopics.Events,
        (json, _) => new RecordedEvent(
            json.Whole("monotonic_ns"), json.Whole("tick"), json.Text("kind"), json.Text("code"), json.Number("policy_step"),
            json.OptionalText("channel"), json.OptionalNumber("value"), json.OptionalNumber("limit")));

    /// <summary>Every answer of the policy, in the order of time.</summary>
    /// <exception cref="DiagnosticException">RC025 or a fault of the file, while iterating.</exception>
    public IEnumerable<FlightChunk> Chunks() => Read(topic => topic == FlightTopics.PolicyChunk, (json, _) => ItemReader.Chunk(json, Layout));

    /// <summary>Every image, in the order of time.</summary>
    /// <param name="camera">One camera; null for all.</param>
    /// <exception cref="DiagnosticException">RC025 or a fault of the file, while iterating.</exception>
    public IEnumerable<CameraImage> Images(string? camera = null) => Images(camera, 0, ulong.MaxValue);

    /// <summary>Images of a span of file time, ns, both ends included.</summary>
    internal IEnumerable<CameraImage> Images(string? camera, ulong fromNs, ulong toNs)
    {
        IEnumerable<string> cameras = camera is null ? Layout.Cameras : [camera];
        HashSet<string> topics = [.. cameras.SelectMany(name => new[] { FlightTopics.Image(name), FlightTopics.RawImage(name) })];
        return Read(topics.Contains, (json, message) => ItemReader.Image(json, message, _clock), fromNs, toNs);
    }

    /// <summary>Every sentence, in the order of time.</summary>
    /// <exception cref="DiagnosticException">RC025 or a fault of the file, while iterating.</exception>
    public IEnumerable<RecordedText> Texts() => Read(
        topic => topic == FlightTopics.Log,
        (json, _) => new RecordedText(_clock.MonotonicNs(json.TimeNs), (FlightLevel)json.Whole("level"), json.Text("name"), json.Text("message")));

    /// <summary>Reads a file in the recording.</summary>
    /// <param name="index">One of <see cref="Attachments"/>.</param>
    public McapAttachment Read(McapAttachmentIndex index) => _reader.Read(index);

    /// <summary>The last metadata record of a name; null without one.</summary>
    public IReadOnlyDictionary<string, string>? Metadata(string name) =>
        _reader.Metadata.LastOrDefault(index => index.Name == name) is { } found ? _reader.Read(found).Entries : null;

    /// <inheritdoc />
    public void Dispose() => _reader.Dispose();

    private string Topic(McapMessage message) => _reader.Channels[message.ChannelId].Topic;

    private IEnumerable<McapMessage> Messages(Func<string, bool> wanted, ulong fromNs, ulong toNs)
    {
        HashSet<ushort> ids = [.. _reader.Channels.Values.Where(channel => wanted(channel.Topic)).Select(channel => channel.Id)];
        return _reader.Messages(new McapQuery { Channels = ids, FromNs = fromNs, ToNs = toNs });
    }

    private IEnumerable<T> Read<T>(Func<string, bool> wanted, Func<MessageJson, McapMessage, T> make, ulong fromNs = 0, ulong toNs = ulong.MaxValue) =>
        Messages(wanted, fromNs, toNs).Select(message => Opened(message, Topic(message), json => make(json, message)));

    private T Opened<T>(McapMessage message, string topic, Func<MessageJson, T> make)
    {
        using MessageJson json = new(message, topic, _path);
        try
        {
            return make(json);
        }
        catch (InvalidOperationException)
        {
            throw json.Wrong("a text in it is not valid Unicode");
        }
    }
}
