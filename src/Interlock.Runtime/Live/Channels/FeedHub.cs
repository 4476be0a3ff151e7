using Interlock.Runtime.Live.Protocol;
using Interlock.Runtime.Live.Viewers;

namespace Interlock.Runtime.Live.Channels;

/// <summary>What there is to see, and who is looking. Recorders publish into it from their threads; viewers come and go on others.</summary>
internal sealed class FeedHub(string name, LiveKind kind, TimeProvider time)
{
    private const long NsPerTick = 100;

    private readonly Lock _lock = new();
    private readonly Dictionary<uint, FeedChannel> _channels = [];
    private readonly string _sessionId = ((time.GetUtcNow() - DateTimeOffset.UnixEpoch).Ticks * NsPerTick).ToString(System.Globalization.CultureInfo.InvariantCulture);
    private Viewer[] _viewers = [];
    private IReadOnlyDictionary<string, string> _run = new Dictionary<string, string>();
    private uint _lastChannelId;
    private ulong _newestNs;
    private long _newestAt;

    public FeedFiles Files { get; } = new();

    /// <summary>Everybody who looks at present.</summary>
    public IReadOnlyList<Viewer> Viewers => Volatile.Read(ref _viewers);

    /// <summary>Channels at present, oldest first.</summary>
    public IReadOnlyList<FeedChannel> Channels
    {
        get
        {
            lock (_lock)
            {
                return [.. _channels.Values.OrderBy(channel => channel.Id)];
            }
        }
    }

    /// <summary>Now, on the scale of the messages' times, ns: counted on from the newest of them.</summary>
    public ulong NowNs => Volatile.Read(ref _newestNs) is > 0 and ulong newest
        ? newest + (ulong)Math.Max(0, time.GetElapsedTime(Volatile.Read(ref _newestAt)).Ticks * NsPerTick)
        : (ulong)((time.GetUtcNow() - DateTimeOffset.UnixEpoch).Ticks * NsPerTick);

    public uint NextChannelId() => System.Threading.Interlocked.Increment(ref _lastChannelId);

    public FeedChannel? Find(uint id)
    {
        lock (_lock)
        {
            return _channels.GetValueOrDefault(id);
        }
    }

    public void Publish(FeedChannel channel, ulong timeNs, ReadOnlySpan<byte> data)
    {
        long now = time.GetTimestamp();
        Volatile.Write(ref _newestNs, timeNs);
        Volatile.Write(ref _newestAt, now);
        channel.Publish(timeNs, data, now);
    }

    /// <summary>A message of the feed's own, not of a recording.</summary>
    public void PublishOwn(FeedChannel channel, ReadOnlySpan<byte> data)
    {
        channel.Publish(NowNs, data, time.GetTimestamp());
        WakeViewers();
    }

    /// <summary>New channels: told to everybody.</summary>
    public void Announce(IReadOnlyList<FeedChannel> channels)
    {
        lock (_lock)
        {
            foreach (FeedChannel channel in channels)
            {
                _channels[channel.Id] = channel;
            }

            TellAll(FeedText.Advertise(channels));
        }
    }

    /// <summary>Channels that are over.</summary>
    public void Withdraw(IReadOnlyList<FeedChannel> channels)
    {
        lock (_lock)
        {
            foreach (FeedChannel channel in channels)
            {
                _channels.Remove(channel.Id);
            }

            TellAll(FeedText.Unadvertise(channels));
        }
    }

    /// <summary>A run began; its facts are told to everybody.</summary>
    public void SetRun(IReadOnlyDictionary<string, string> facts)
    {
        lock (_lock)
        {
            _run = facts;
            foreach (Viewer viewer in _viewers)
            {
                viewer.Tell(FeedText.ServerInfo(name, kind, _sessionId, viewer.Role, _run));
            }
        }
    }

    /// <summary>Lets a viewer in, who is told what there is; false when there are too many.</summary>
    public bool TryEnter(Viewer viewer, int most)
    {
        lock (_lock)
        {
            if (_viewers.Length >= most)
            {
                return false;
            }

            viewer.Tell(FeedText.ServerInfo(name, kind, _sessionId, viewer.Role, _run));
            viewer.Tell(FeedText.Advertise([.. _channels.Values.OrderBy(channel => channel.Id)]));
            if (kind == LiveKind.Run)
            {
                viewer.Tell(FeedText.AdvertiseServices());
            }

            Volatile.Write(ref _viewers, [.. _viewers, viewer]);
            return true;
        }
    }

    public void Leave(Viewer viewer)
    {
        lock (_lock)
        {
            Volatile.Write(ref _viewers, [.. _viewers.Where(other => other != viewer)]);
        }
    }

    public void WakeViewers()
    {
        foreach (Viewer viewer in Volatile.Read(ref _viewers))
        {
            viewer.Outbox.Wake();
        }
    }

    private void TellAll(byte[] text)
    {
        foreach (Viewer viewer in _viewers)
        {
            viewer.Tell(text);
        }
    }
}
