using System.Buffers.Binary;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json;

namespace Interlock.Runtime.Tests.Live;

/// <summary>A viewer on the framework's own websocket.</summary>
internal sealed class LiveClient(ClientWebSocket socket) : IDisposable
{
    private readonly byte[] _buffer = new byte[1 << 22];

    public async Task<(bool IsText, byte[] Bytes)> NextAsync()
    {
        int length = 0;
        while (true)
        {
            using CancellationTokenSource limit = new(LiveRig.Patience);
            ValueWebSocketReceiveResult piece = await socket.ReceiveAsync(_buffer.AsMemory(length), limit.Token);
            length += piece.Count;
            if (piece.EndOfMessage)
            {
                return (piece.MessageType == WebSocketMessageType.Text, _buffer[..length]);
            }
        }
    }

    /// <summary>The next JSON of a kind; others are passed over.</summary>
    public async Task<JsonElement> TextAsync(string op)
    {
        while (true)
        {
            (bool isText, byte[] bytes) = await NextAsync();
            if (isText && JsonSerializer.Deserialize<JsonElement>(bytes) is var json && json.GetProperty("op").GetString() == op)
            {
                return json;
            }
        }
    }

    /// <summary>The next bytes of a kind; others are passed over.</summary>
    public async Task<byte[]> BytesAsync(byte opcode)
    {
        while (true)
        {
            (bool isText, byte[] bytes) = await NextAsync();
            if (!isText && bytes[0] == opcode)
            {
                return bytes;
            }
        }
    }

    /// <summary>Data of a subscription.</summary>
    public async Task<(ulong TimeNs, string Json)> DataAsync(uint subscription)
    {
        while (true)
        {
            byte[] bytes = await BytesAsync(1);
            if (BinaryPrimitives.ReadUInt32LittleEndian(bytes.AsSpan(1)) == subscription)
            {
                return (BinaryPrimitives.ReadUInt64LittleEndian(bytes.AsSpan(5)), Encoding.UTF8.GetString(bytes.AsSpan(13)));
            }
        }
    }

    /// <summary>The id of a topic, from the next announcement that has it.</summary>
    public async Task<uint> ChannelAsync(string topic)
    {
        while (true)
        {
            JsonElement advertise = await TextAsync("advertise");
            foreach (JsonElement channel in advertise.GetProperty("channels").EnumerateArray().Where(channel => channel.GetProperty("topic").GetString() == topic))
            {
                return channel.GetProperty("id").GetUInt32();
            }
        }
    }

    public Task SayAsync(string json) => socket.SendAsync(Encoding.UTF8.GetBytes(json), WebSocketMessageType.Text, true, CancellationToken.None);

    public Task SubscribeAsync(uint id, uint channel) => SayAsync($$"""{"op":"subscribe","subscriptions":[{"id":{{id}},"channelId":{{channel}}}]}""");

    public Task CallAsync(uint call, string payload)
    {
        byte[] bytes = new byte[17 + payload.Length];
        bytes[0] = 2;
        BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(1), 1);
        BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(5), call);
        BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(9), 4);
        Encoding.ASCII.GetBytes($"json{payload}", bytes.AsSpan(13));
        return socket.SendAsync(bytes, WebSocketMessageType.Binary, true, CancellationToken.None);
    }

    public Task CommandAsync(uint call, string word) => CallAsync(call, $$"""{"command":"{{word}}"}""");

    /// <summary>The answer to a call.</summary>
    public async Task<JsonElement> AnswerAsync(uint call)
    {
        while (true)
        {
            byte[] bytes = await BytesAsync(3);
            if (BinaryPrimitives.ReadUInt32LittleEndian(bytes.AsSpan(5)) == call)
            {
                return JsonSerializer.Deserialize<JsonElement>(bytes.AsSpan(17));
            }
        }
    }

    public void Dispose() => socket.Dispose();
}
