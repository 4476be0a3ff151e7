using Interlock.Core.Diagnostics;
using Interlock.Runtime.Proxies.Connections;
using Interlock.Runtime.Proxies.Serving;
using Interlock.Runtime.Proxies.WebSockets;

namespace Interlock.Runtime.Proxies.OpenPi;

/// <summary>The websocket of one client.</summary>
internal sealed class OpenPiClient(Channel channel, ProxyContext context)
{
    private readonly FrameWriter _writer = new(channel, null);

    public Channel Channel => channel;

    public FrameReader Reader { get; } = new(channel, "client", isMasked: true, context.Options.LongestRequestBytes);

    /// <summary>Reads on; pings are answered on the way.</summary>
    /// <exception cref="DiagnosticException">RT205, RT213, RT240: the client's fault.</exception>
    /// <exception cref="IOException">It has gone.</exception>
    public FrameStep Next(bool takesMessages = true)
    {
        try
        {
            FrameStep step = Reader.Next(takesMessages);
            if (step == FrameStep.Ping)
            {
                _writer.Send(Opcode.Pong, Reader.Control.Payload);
                return FrameStep.NeedsMore;
            }

            return step is not (FrameStep.Piece or FrameStep.Message) || !Reader.IsText
                ? step
                : throw ProxyError.Of(ProxyCodes.WrongMessage, "request", "the request is text; openpi clients send msgpack");
        }
        catch (DiagnosticException)
        {
            context.Tally.ClientErred();
            throw;
        }
    }

    /// <summary>Sends a message of ours.</summary>
    public void Send(ReadOnlySpan<byte> message) => _writer.Send(Opcode.Binary, message);

    /// <summary>Answers a close.</summary>
    public void Close() => _writer.Close(ClosingWords.Normal);
}
