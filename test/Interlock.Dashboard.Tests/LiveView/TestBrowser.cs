using System.Buffers.Binary;
using System.Net.WebSockets;
using System.Runtime.InteropServices;
using System.Text.Json;

namespace Interlock.Dashboard.Tests.LiveView;

/// <summary>What a browser does with the live address.</summary>
internal sealed class TestBrowser(ClientWebSocket socket) : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    // Of the whole test: status messages come for ever.
    private readonly CancellationTokenSource _patience = new(Patience);
    private readonly byte[] _buffer = new byte[16 << 20];

    public static async Task<TestBrowser> OpenAsync(Uri server, string? session = null)
    {
        ClientWebSocket socket = new();
        socket.Options.SetRequestHeader("Origin", server.GetLeftPart(UriPartial.Authority));
        using CancellationTokenSource limit = new(Patience);
        await socket.ConnectAsync(new Uri($"ws://{server.Authority}/api/live{(session is null ? "" : $"?session={session}")}"), limit.Token);
        return new TestBrowser(socket);
    }

    /// <summary>The next text of a type; what comes before is passed over.</summary>
    public async Task<JsonElement> TextAsync(string type, Func<JsonElement, bool>? wanted = null)
    {
        while (true)
        {
            (WebSocketMessageType kind, ReadOnlyMemory<byte> bytes) = await NextAsync();
            if (kind == WebSocketMessageType.Text && JsonDocument.Parse(bytes.ToArray()).RootElement is var text && text.GetProperty("type").GetString() == type && wanted?.Invoke(text) != false)
            {
                return text;
            }
        }
    }

    /// <summary>Reads frames until one has a value of a signal that is wanted; the time of its bucket.</summary>
    public async Task<double> FrameAsync(int signal, Func<float, bool> wanted)
    {
        while (true)
        {
            (WebSocketMessageType kind, ReadOnlyMemory<byte> bytes) = await NextAsync();
            if (kind != WebSocketMessageType.Binary)
            {
                continue;
            }

            ReadOnlySpan<byte> frame = bytes.Span;
            Assert.Equal(0x52464C49u, BinaryPrimitives.ReadUInt32LittleEndian(frame));
            int signals = BinaryPrimitives.ReadInt32LittleEndian(frame[4..]), buckets = BinaryPrimitives.ReadInt32LittleEndian(frame[8..]);
            Assert.Equal(32 + (signals * buckets * 8), frame.Length);
            ReadOnlySpan<float> lows = MemoryMarshal.Cast<byte, float>(frame[32..]).Slice(2 * signal * buckets, buckets);
            for (int i = 0; i < buckets; i++)
            {
                if (wanted(lows[i]))
                {
                    return BinaryPrimitives.ReadDoubleLittleEndian(frame[16..]) + (i * BinaryPrimitives.ReadDoubleLittleEndian(frame[24..]));
                }
            }
        }
    }

    public void Dispose()
    {
        socket.Dispose();
        _patience.Dispose();
    }

    private async Task<(WebSocketMessageType Kind, ReadOnlyMemory<byte> Bytes)> NextAsync()
    {
        int length = 0;
        while (true)
        {
            ValueWebSocketReceiveResult got = await socket.ReceiveAsync(_buffer.AsMemory(length), _patience.Token);
            length += got.Count;
            Assert.NotEqual(WebSocketMessageType.Close, got.MessageType);
            if (got.EndOfMessage)
            {
                return (got.MessageType, _buffer.AsMemory(0, length));
            }
        }
    }
}
