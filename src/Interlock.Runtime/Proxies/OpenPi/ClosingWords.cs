using System.Net.WebSockets;
using Interlock.Runtime.Proxies.Serving;

namespace Interlock.Runtime.Proxies.OpenPi;

/// <summary>How openpi servers fail: the reason as text, then a close with code 1011.</summary>
internal static class ClosingWords
{
    /// <summary>Within this the client reads the reason; the connection is cut afterwards.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    private const string Reason = "Internal server error. Traceback included in previous frame.";
    private const int RoomBytes = 4 << 10;

    /// <param name="socket">The client's.</param>
    /// <param name="pending">A receive that is under way; null for none.</param>
    /// <param name="text">The reason.</param>
    /// <param name="time">Measures the patience.</param>
    /// <param name="end">Of the proxy.</param>
    public static async Task SayAsync(
        WebSocket socket, Task<ValueWebSocketReceiveResult>? pending, ReadOnlyMemory<byte> text, TimeProvider time, CancellationToken end)
    {
        using TimeLimit limit = new(Patience, time, end);
        try
        {
            await socket.SendAsync(text, WebSocketMessageType.Text, endOfMessage: true, limit.Token);
            await socket.CloseOutputAsync(WebSocketCloseStatus.InternalServerError, Reason, limit.Token);

            // A socket that is closed with something unread is reset, and the reason lost on its way.
            byte[] room = new byte[RoomBytes];
            pending = pending is { IsCompleted: false } ? pending : null;
            while ((await (pending?.WaitAsync(limit.Token) ?? socket.ReceiveAsync(room.AsMemory(), limit.Token).AsTask())).MessageType != WebSocketMessageType.Close)
            {
                pending = null;
            }
        }
        catch (Exception failure) when (failure is WebSocketException or OperationCanceledException or IOException or InvalidOperationException or Core.Diagnostics.DiagnosticException)
        {
            // It was told as well as it could be.
        }
    }
}
