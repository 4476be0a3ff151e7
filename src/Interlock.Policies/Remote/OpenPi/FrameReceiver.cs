using System.Net.WebSockets;
using Interlock.Core.Diagnostics;
using Interlock.Core.Text;
using Interlock.Policies.Wire;

namespace Interlock.Policies.Remote.OpenPi;

/// <summary>Puts websocket messages together in one buffer, up to a longest.</summary>
internal sealed class FrameReceiver(ClientWebSocket socket, string address, int longestBytes)
{
    private const int PieceBytes = 16 << 10;

    private readonly WireBuffer _buffer = new();

    /// <summary>Receives one message into the buffer, over the one before. The task does not end before something arrives or the socket is aborted.</summary>
    public async Task<ReceivedFrame> ReceiveAsync()
    {
        _buffer.Clear();
        while (true)
        {
            ValueWebSocketReceiveResult piece = await PieceAsync();
            _buffer.Advance(piece.Count);
            if (_buffer.Length > longestBytes)
            {
                throw RemoteError.Of(RemoteCodes.ReplyTooLong, address, "frame", $"a frame of more than {longestBytes} bytes, which is the most taken");
            }

            if (piece.EndOfMessage)
            {
                return new ReceivedFrame(piece.MessageType, _buffer.Written);
            }
        }
    }

    public DiagnosticException Cut(string step, string why) =>
        RemoteError.Of(RemoteCodes.Cut, address, step, $"the server cut the connection: {why}");

    public DiagnosticException Closed(string step) => socket.CloseStatus switch
    {
        WebSocketCloseStatus.InternalServerError => RemoteError.Of(
            RemoteCodes.ServerFailed, address, step, $"the server failed and closed with code 1011: {Quoted.Of(socket.CloseStatusDescription ?? "")}"),
        var status => Cut(step, $"closed with code {(int?)status ?? 0}"),
    };

    private async Task<ValueWebSocketReceiveResult> PieceAsync()
    {
        try
        {
            return await socket.ReceiveAsync(_buffer.GetMemory(PieceBytes), CancellationToken.None);
        }
        catch (Exception failure) when (failure is WebSocketException or OperationCanceledException or ObjectDisposedException)
        {
            throw Cut("receive", failure.GetBaseException().Message);
        }
    }
}
