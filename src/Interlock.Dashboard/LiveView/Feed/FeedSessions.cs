using System.Text.Json;
using Interlock.Core.Diagnostics;
using Interlock.Dashboard.LiveView.Run;

namespace Interlock.Dashboard.LiveView.Feed;

/// <summary>
/// Sessions of a proxy as they come and go on one connection. What a session says about itself is asked for first; its channels are subscribed when
/// it is known what they mean. For the thread that reads.
/// </summary>
internal sealed class FeedSessions(LiveBoard board, FeedFiles files, TimeProvider time)
{
    /// <summary>More clients than a person looks at, of which each has a minute of numbers here. Ours.</summary>
    public const int MostOpen = 16;

    private readonly Dictionary<string, Dictionary<uint, FeedChannel>> _open = [];

    /// <summary>A channel was announced; the request to send for it, null for none.</summary>
    public string? Announced(string session, uint id, FeedChannel channel)
    {
        if (_open.TryGetValue(session, out Dictionary<uint, FeedChannel>? channels))
        {
            channels[id] = channel;
            return null;
        }

        if (_open.Count >= MostOpen)
        {
            return null;
        }

        _open[session] = new() { [id] = channel };
        return files.AskForFacts(session);
    }

    /// <summary>A channel went; with the last one its session is over.</summary>
    public void Withdrawn(uint id)
    {
        foreach ((string session, Dictionary<uint, FeedChannel> channels) in _open)
        {
            if (channels.Remove(id) && channels.Count == 0)
            {
                _open.Remove(session);
                board.Ended(session);
                return;
            }
        }
    }

    /// <summary>The facts of a session came: it begins, and these are its channels.</summary>
    /// <exception cref="JsonException">They are no facts.</exception>
    /// <exception cref="DiagnosticException">RC024, RC043: they do not say what they must.</exception>
    public IReadOnlyDictionary<uint, FeedChannel> Begin(string session, byte[] facts)
    {
        if (!_open.TryGetValue(session, out Dictionary<uint, FeedChannel>? channels))
        {
            return new Dictionary<uint, FeedChannel>();
        }

        Dictionary<string, string> read = JsonSerializer.Deserialize<Dictionary<string, string>>(facts) ?? throw new JsonException("no facts");
        board.Begin(new LiveRun(read, time, session), session);
        return channels;
    }
}
