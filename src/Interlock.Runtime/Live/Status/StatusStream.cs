using System.Text;
using Interlock.Recording.Mcap.Records;
using Interlock.Runtime.Live.Channels;

namespace Interlock.Runtime.Live.Status;

/// <summary>The topic <c>/interlock/status</c>: ten times a second, and whenever the supervisor has news. It is not recorded.</summary>
internal sealed class StatusStream(FeedHub hub, Func<LiveProxyStatus?> proxy, Func<LiveCounts> counts, TimeProvider time)
{
    private const string Topic = "/interlock/status";
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(100);

    private readonly FeedChannel _channel = new(
        hub.NextChannelId(), Topic, new McapSchema(1, "interlock.Status", "jsonschema", Encoding.UTF8.GetBytes(StatusText.Schema)), new Dictionary<string, string>());

    private long _sentAt;
    private long _events = -1;

    public void Announce() => hub.Announce([_channel]);

    /// <summary>Called often; sends when it is due.</summary>
    public void Look(ILiveSession? session)
    {
        long events = session?.Events.Written ?? -1;
        if (_channel.IsWanted && (events != _events || time.GetElapsedTime(_sentAt) >= Interval))
        {
            _events = events;
            _sentAt = time.GetTimestamp();
            hub.PublishOwn(_channel, StatusText.Write(hub, session?.Status(), proxy(), counts(), time));
        }
    }
}
