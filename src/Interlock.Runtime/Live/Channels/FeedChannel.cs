using Interlock.Recording.Mcap.Records;
using Interlock.Runtime.Live.Viewers;

namespace Interlock.Runtime.Live.Channels;

/// <summary>One topic of the feed: who wants it and its newest message, for whoever comes later.</summary>
/// <param name="id">Never used again for another topic.</param>
/// <param name="topic">With the prefix of its recording.</param>
/// <param name="schema">Of its messages.</param>
/// <param name="metadata">Of the channel in the recording.</param>
internal sealed class FeedChannel(uint id, string topic, McapSchema schema, IReadOnlyDictionary<string, string> metadata)
{
    // Longer ones, such as raw images of large cameras, are not kept for later viewers.
    private const int LongestKept = 8 << 20;

    // Of which there is one with every step: these may be thinned, everything else happens once.
    private static readonly string[] SteadySchemas =
        ["interlock.Values", "interlock.Verdict", "interlock.Supervisor", "interlock.Force", "interlock.Timing", "foxglove.JointStates"];

    private readonly Lock _lock = new();
    private readonly bool _isSteady = SteadySchemas.Contains(schema.Name);
    private Subscriber[] _subscribers = [];
    private byte[] _newest = [];
    private int _newestBytes = -1;
    private ulong _newestNs;
    private long _arrived;

    public uint Id => id;

    public string Topic => topic;

    public McapSchema Schema => schema;

    public IReadOnlyDictionary<string, string> Metadata => metadata;

    /// <summary>When the newest message came, a time stamp of the clock; null before the first.</summary>
    public long? ArrivedAt => Volatile.Read(ref _newestBytes) < 0 ? null : Volatile.Read(ref _arrived);

    public bool IsWanted => Volatile.Read(ref _subscribers).Length > 0;

    /// <summary>Hands a message to everybody who wants it.</summary>
    public void Publish(ulong timeNs, ReadOnlySpan<byte> data, long now)
    {
        lock (_lock)
        {
            Keep(timeNs, data, now);
            foreach (Subscriber subscriber in _subscribers)
            {
                subscriber.Take(timeNs, data, _isSteady);
            }
        }
    }

    /// <summary>Adds a subscriber; the newest message is his at once.</summary>
    public void Add(Subscriber subscriber)
    {
        lock (_lock)
        {
            if (_newestBytes >= 0 && _newestBytes <= LongestKept)
            {
                subscriber.Take(_newestNs, _newest.AsSpan(0, _newestBytes), isSteady: false);
            }

            Volatile.Write(ref _subscribers, [.. _subscribers, subscriber]);
        }
    }

    public void Remove(Subscriber subscriber)
    {
        lock (_lock)
        {
            Volatile.Write(ref _subscribers, [.. _subscribers.Where(other => other != subscriber)]);
        }
    }

    private void Keep(ulong timeNs, ReadOnlySpan<byte> data, long now)
    {
        if (data.Length <= LongestKept)
        {
            if (_newest.Length < data.Length)
            {
                _newest = new byte[2 * data.Length];
            }

            data.CopyTo(_newest);
        }

        Volatile.Write(ref _arrived, now);
        Volatile.Write(ref _newestBytes, data.Length);
        _newestNs = timeNs;
    }
}
