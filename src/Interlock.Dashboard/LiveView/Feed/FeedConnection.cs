using System.Buffers.Binary;
using System.Text.Json;
using Interlock.Core.Diagnostics;
using Interlock.Dashboard.LiveView.Run;
using Interlock.Recording.Flight.Reading;

namespace Interlock.Dashboard.LiveView.Feed;

/// <summary>One connection to the feed: says what it wants and puts what comes on the board. What makes no sense is counted, and too much of it ends the connection.</summary>
internal sealed class FeedConnection(FeedSocket socket, LiveBoard board, FeedCalls calls, TimeProvider time)
{
    private const byte DataCode = 1;
    private const int DataHeadBytes = 12;
    private const int MostMistakes = 100;
    private const int MostChannels = 1024;
    private const string RunPrefix = "run.";
    private const string ProxyKind = "proxy";

    // The recorder attaches its files while it begins.
    private static readonly TimeSpan FilesComeIn = TimeSpan.FromSeconds(1);

    private readonly Dictionary<uint, FeedChannel> _channels = [];
    private readonly FeedFiles _files = new();
    private readonly List<(string Session, long Since)> _unexplained = [];
    private FeedSessions? _sessions;
    private long? _runSince;
    private int _mistakes;

    public async Task ServeAsync(CancellationToken cancellation)
    {
        while (await socket.NextAsync(cancellation) is { } message)
        {
            board.Heard();
            try
            {
                await TakeAsync(message.IsText, message.Bytes, cancellation);
            }
            catch (Exception exception) when (exception is JsonException or InvalidOperationException or DiagnosticException or OverflowException or FormatException or KeyNotFoundException or ArgumentException)
            {
                if (++_mistakes > MostMistakes)
                {
                    throw new IOException($"the feed says what cannot be understood: {exception.Message.TrimEnd('.')}");
                }
            }
        }
    }

    public Task SendAsync(byte[] call, CancellationToken cancellation) => socket.SendAsync(call, System.Net.WebSockets.WebSocketMessageType.Binary, cancellation);

    private async ValueTask TakeAsync(bool isText, ReadOnlyMemory<byte> message, CancellationToken cancellation)
    {
        JsonFields.Require(!message.IsEmpty);
        if (isText)
        {
            await TakeTextAsync(message, cancellation);
            return;
        }

        switch (message.Span[0])
        {
            case DataCode:
                TakeData(message);
                break;
            case FeedCalls.AnswerCode:
                calls.Take(message.Span[1..]);
                break;
            case FeedFiles.AnswerCode:
                await TakeFileAsync(message[1..], cancellation);
                break;
        }

        if (_runSince is { } since && time.GetElapsedTime(since) > FilesComeIn)
        {
            _runSince = null;
            await socket.SendAsync(_files.AskForList(), cancellation);
        }

        while (_unexplained.Count > 0 && time.GetElapsedTime(_unexplained[0].Since) > FilesComeIn)
        {
            await socket.SendAsync(_files.AskForContract(_unexplained[0].Session), cancellation);
            _unexplained.RemoveAt(0);
        }
    }

    private void TakeData(ReadOnlyMemory<byte> message)
    {
        JsonFields.Require(message.Length > DataHeadBytes);
        if (!_channels.TryGetValue(BinaryPrimitives.ReadUInt32LittleEndian(message.Span[1..]), out FeedChannel channel))
        {
            return;
        }

        ReadOnlyMemory<byte> payload = message[(DataHeadBytes + 1)..];
        if (channel.Topic == FeedTopic.Status)
        {
            board.Show(FeedStatus.Read(payload));
        }
        else if (channel.Topic != FeedTopic.Image || board.Browsers > 0)
        {
            board.RunOf(channel.Session)?.Take(channel, BinaryPrimitives.ReadUInt64LittleEndian(message.Span[5..]), payload.Span);
        }
    }

    private async ValueTask TakeTextAsync(ReadOnlyMemory<byte> message, CancellationToken cancellation)
    {
        using JsonDocument document = JsonDocument.Parse(message);
        JsonElement root = document.RootElement;
        switch (root.GetProperty("op").GetString())
        {
            case "serverInfo":
                await BeginAsync(root.GetProperty("metadata"), cancellation);
                break;
            case "advertise":
                await SubscribeAsync(root.GetProperty("channels"), cancellation);
                break;
            case "unadvertise":
                foreach (JsonElement id in root.GetProperty("channelIds").EnumerateArray())
                {
                    _channels.Remove(id.GetUInt32());
                    _sessions?.Withdrawn(id.GetUInt32());
                }

                break;
            case "serviceCallFailure":
                calls.Answer(root.GetProperty("callId").GetUInt32(), new LiveCommandAnswer(false, null, root.GetProperty("message").GetString()));
                break;
        }
    }

    private async ValueTask BeginAsync(JsonElement metadata, CancellationToken cancellation)
    {
        if (metadata.TryGetProperty("kind", out JsonElement kind) && kind.ValueEquals(ProxyKind))
        {
            _sessions ??= new FeedSessions(board, _files, time);
            return;
        }

        Dictionary<string, string> facts = metadata.EnumerateObject()
            .Where(fact => fact.Name.StartsWith(RunPrefix, StringComparison.Ordinal) && fact.Value.ValueKind == JsonValueKind.String)
            .ToDictionary(fact => fact.Name[RunPrefix.Length..], fact => fact.Value.GetString()!);
        if (facts.Count == 0 || board.RunOf(null)?.IsSame(RunFacts.Read(facts).Session) == true)
        {
            return;
        }

        board.Begin(new LiveRun(facts, time));
        _runSince = time.GetTimestamp();
        await socket.SendAsync(_files.AskForList(), cancellation);
    }

    private async ValueTask SubscribeAsync(JsonElement advertised, CancellationToken cancellation)
    {
        List<Dictionary<string, uint>> wishes = [];
        foreach (JsonElement channel in advertised.EnumerateArray())
        {
            uint id = channel.GetProperty("id").GetUInt32();
            (string? session, string topic) = FeedTopics.Split(channel.GetProperty("topic").GetString() ?? "");
            FeedChannel known = new(session, FeedTopics.Of(topic), FeedTopics.CameraOf(topic));
            if (known.Topic == FeedTopic.Other)
            {
                continue;
            }

            if (session is not null)
            {
                await AskAsync(_sessions?.Announced(session, id, known), cancellation);
            }
            else
            {
                Want(id, known, wishes);
            }
        }

        await SubscribeAsync(wishes, cancellation);
    }

    private void Want(uint id, FeedChannel channel, List<Dictionary<string, uint>> wishes)
    {
        if (_channels.Count < MostChannels && _channels.TryAdd(id, channel))
        {
            // One subscription for each channel, so both have one number.
            wishes.Add(new() { ["id"] = id, ["channelId"] = id });
        }
    }

    private async ValueTask SubscribeAsync(List<Dictionary<string, uint>> wishes, CancellationToken cancellation)
    {
        if (wishes.Count > 0)
        {
            await socket.SendAsync(JsonSerializer.Serialize(new { op = "subscribe", subscriptions = wishes }), cancellation);
        }
    }

    private async ValueTask AskAsync(string? request, CancellationToken cancellation)
    {
        if (request is not null)
        {
            await socket.SendAsync(request, cancellation);
        }
    }

    private async ValueTask TakeFileAsync(ReadOnlyMemory<byte> body, CancellationToken cancellation)
    {
        (IReadOnlyList<string> requests, RunFile? file) = _files.Take(body);
        foreach (string request in requests)
        {
            await socket.SendAsync(request, cancellation);
        }

        if (file is { Kind: RunFileKind.Facts, Session: { } session } && _sessions is not null)
        {
            List<Dictionary<string, uint>> wishes = [];
            foreach ((uint id, FeedChannel channel) in _sessions.Begin(session, file.Bytes))
            {
                Want(id, channel, wishes);
            }

            await SubscribeAsync(wishes, cancellation);
            await AskAsync(_files.AskForContract(session), cancellation);
            _unexplained.Add((session, time.GetTimestamp()));
        }
        else if (file is not null && board.RunOf(file.Session) is { } run && run.Learn(file))
        {
            board.Begin(run, file.Session);
        }
    }
}
