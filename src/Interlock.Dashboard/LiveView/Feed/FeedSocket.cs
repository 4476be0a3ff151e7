using System.Net.WebSockets;
using System.Text;

namespace Interlock.Dashboard.LiveView.Feed;

/// <summary>A connection to a feed: whole messages in, whole messages out.</summary>
internal sealed class FeedSocket : IDisposable
{
    private const string Subprotocol = "foxglove.websocket.v1";
    private const int FirstBytes = 64 << 10;

    // A raw picture of 8 megapixels as base64.
    private const int MostBytes = 32 << 20;
    private static readonly TimeSpan ConnectPatience = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan KeepAlive = TimeSpan.FromSeconds(2);

    private readonly ClientWebSocket _socket = new();
    private readonly SemaphoreSlim _sending = new(1, 1);
    private readonly TimeProvider _time;
    private byte[] _buffer = new byte[FirstBytes];

    private FeedSocket(string? token, TimeProvider time)
    {
        _time = time;
        _socket.Options.AddSubProtocol(Subprotocol);
        _socket.Options.KeepAliveInterval = KeepAlive;
        _socket.Options.KeepAliveTimeout = ConnectPatience;
        _socket.Options.Proxy = null;
        if (token is not null)
        {
            _socket.Options.SetRequestHeader("Authorization", $"Bearer {token}");
        }
    }

    /// <summary>Connects.</summary>
    /// <exception cref="WebSocketException">It does not answer, or refuses.</exception>
    /// <exception cref="OperationCanceledException">It takes too long, or was cancelled.</exception>
    public static async Task<FeedSocket> OpenAsync(Uri address, string? token, TimeProvider time, CancellationToken cancellation)
    {
        FeedSocket feed = new(token, time);
        try
        {
            using CancellationTokenSource patience = new(ConnectPatience, time);
            using CancellationTokenSource either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellation);
            await feed._socket.ConnectAsync(address, either.Token);
            return feed;
        }
        catch
        {
            feed.Dispose();
            throw;
        }
    }

    /// <summary>The next message, valid until the next call; null when the feed said goodbye.</summary>
    /// <exception cref="WebSocketException">The connection broke.</exception>
    /// <exception cref="IOException">A message is longer than any of a feed.</exception>
    public async ValueTask<(bool IsText, ReadOnlyMemory<byte> Bytes)?> NextAsync(CancellationToken cancellation)
    {
        int length = 0;
        while (true)
        {
            if (length == _buffer.Length)
            {
                Grow();
            }

            ValueWebSocketReceiveResult got = await _socket.ReceiveAsync(_buffer.AsMemory(length), cancellation);
            length += got.Count;
            if (got.MessageType == WebSocketMessageType.Close)
            {
                return null;
            }

            if (got.EndOfMessage)
            {
                return (got.MessageType == WebSocketMessageType.Text, _buffer.AsMemory(0, length));
            }
        }
    }

    public Task SendAsync(string text, CancellationToken cancellation) => SendAsync(Encoding.UTF8.GetBytes(text), WebSocketMessageType.Text, cancellation);

    public async Task SendAsync(ReadOnlyMemory<byte> bytes, WebSocketMessageType type, CancellationToken cancellation)
    {
        await _sending.WaitAsync(cancellation);
        try
        {
            await _socket.SendAsync(bytes, type, endOfMessage: true, cancellation).AsTask().WaitAsync(ConnectPatience, _time, cancellation);
        }
        finally
        {
            _sending.Release();
        }
    }

    public void Dispose()
    {
        _socket.Dispose();
        _sending.Dispose();
    }

    private void Grow()
    {
        if (_buffer.Length >= MostBytes)
        {
            throw new IOException($"the feed sends a message of more than {MostBytes >> 20} MiB");
        }

        Array.Resize(ref _buffer, Math.Min(2 * _buffer.Length, MostBytes));
    }
}
