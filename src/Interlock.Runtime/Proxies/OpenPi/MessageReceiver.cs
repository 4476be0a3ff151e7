using System.Net.WebSockets;
using Interlock.Core.Diagnostics;
using Interlock.Policies.Wire;

namespace Interlock.Runtime.Proxies.OpenPi;

/// <summary>Puts the pieces of websocket messages together in one buffer, up to a longest.</summary>
internal sealed class MessageReceiver(WebSocket socket, string peer, int longestBytes)
{
    public const int PieceBytes = 256 << 10;

    private readonly WireBuffer _buffer = new();

    /// <summary>What has arrived of the message.</summary>
    public ReadOnlyMemory<byte> Message => _buffer.Written;

    /// <summary>Forgets the message before.</summary>
    public void Clear() => _buffer.Clear();

    /// <summary>Receives the next piece.</summary>
    /// <exception cref="DiagnosticException">RT210: the peer cut the connection or broke its rules; RT213: too long.</exception>
    public async Task<ValueWebSocketReceiveResult> PieceAsync(CancellationToken cancellation)
    {
        try
        {
            ValueWebSocketReceiveResult piece = await socket.ReceiveAsync(_buffer.GetMemory(PieceBytes), cancellation);
            _buffer.Advance(piece.Count);
            return _buffer.Length <= longestBytes
                ? piece
                : throw ProxyError.Of(ProxyCodes.TooLong, peer, $"a message of more than {longestBytes} bytes, which is the most taken");
        }
        catch (Exception failure) when (failure is WebSocketException or IOException or ObjectDisposedException or InvalidOperationException)
        {
            throw ProxyError.Of(ProxyCodes.Cut, peer, $"the connection was cut: {failure.GetBaseException().Message}");
        }
    }

    /// <summary>Receives a whole message over the one before.</summary>
    public async Task<WebSocketMessageType> WholeAsync()
    {
        Clear();
        while (true)
        {
            ValueWebSocketReceiveResult piece = await PieceAsync(CancellationToken.None);
            if (piece.EndOfMessage)
            {
                return piece.MessageType;
            }
        }
    }
}
