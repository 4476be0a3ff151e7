using Interlock.Policies.Wire;
using Interlock.Policies.Wire.Protobuf;

namespace Interlock.Runtime.Proxies.LeRobot.Grpc;

/// <summary>The messages within the body of a call; slices of it.</summary>
internal static class GrpcMessages
{
    /// <summary>The message of a call that has one.</summary>
    /// <exception cref="Core.Diagnostics.DiagnosticException">PO051, PO052: no frame; RT205: none or several messages.</exception>
    public static ReadOnlyMemory<byte> Only(ReadOnlyMemory<byte> body, string place)
    {
        bool isWhole = GrpcFrame.TryRead(body, out ReadOnlyMemory<byte> message, int.MaxValue);
        return isWhole && body.Length == GrpcFrame.HeaderBytes + message.Length
            ? message
            : throw ProxyError.Of(ProxyCodes.WrongMessage, place, $"the {body.Length} bytes of the call are not one message");
    }

    /// <summary>The payload that a stream of pieces carries; nothing may follow it.</summary>
    /// <exception cref="Core.Diagnostics.DiagnosticException">PO codes, RT205.</exception>
    public static ReadOnlyMemory<byte> Payload(ReadOnlyMemory<byte> body, TransferAssembler assembler)
    {
        while (GrpcFrame.TryRead(body, out ReadOnlyMemory<byte> message))
        {
            body = body[(GrpcFrame.HeaderBytes + message.Length)..];
            if (assembler.TryComplete(TransportMessage.ReadPiece(message), out ReadOnlyMemory<byte> payload))
            {
                return body.IsEmpty ? payload : throw ProxyError.Of(ProxyCodes.WrongMessage, "request", $"{body.Length} bytes follow the observation");
            }
        }

        throw ProxyError.Of(ProxyCodes.WrongMessage, "request", "the stream ends before the observation does");
    }

    /// <summary>An Actions message in its frame.</summary>
    public static ReadOnlyMemory<byte> Actions(ReadOnlySpan<byte> payload)
    {
        WireBuffer message = new();
        TransportMessage.Write(payload, message);
        byte[] frame = new byte[GrpcFrame.HeaderBytes + message.Length];
        GrpcFrame.WriteHeader(frame, message.Length);
        message.Written.CopyTo(frame.AsMemory(GrpcFrame.HeaderBytes));
        return frame;
    }
}
