using System.Buffers.Binary;

namespace Interlock.Policies.Wire.Protobuf;

/// <summary>gRPC's message frame: one flag byte, a big-endian u32 length, the message. Source: gRPC over HTTP/2, Length-Prefixed-Message.</summary>
public static class GrpcFrame
{
    /// <summary>Bytes before the message.</summary>
    public const int HeaderBytes = 5;

    /// <summary>Longest message of a LeRobot client, both ways. Source: lerobot transport/utils.py.</summary>
    public const int LongestMessageBytes = 4 << 20;

    /// <summary>Reads the first message of what has arrived; the message is a slice of it.</summary>
    /// <param name="arrived">Bytes of the stream that were not consumed yet.</param>
    /// <param name="message">The message, without its header.</param>
    /// <param name="longestBytes">Longest message taken; 4 MiB unless given.</param>
    /// <returns>False while the message is incomplete; a true answer consumes <see cref="HeaderBytes"/> and the message's length.</returns>
    /// <exception cref="Core.Diagnostics.DiagnosticException">PO051: compressed, or no frame. PO052: too long.</exception>
    public static bool TryRead(ReadOnlyMemory<byte> arrived, out ReadOnlyMemory<byte> message, int longestBytes = LongestMessageBytes)
    {
        message = default;
        if (arrived.Length > 0 && arrived.Span[0] != 0)
        {
            throw WireError.At(
                WireCodes.GrpcFlag, "grpc", 0, $"the message flag is {arrived.Span[0]}: compressed, or no gRPC at all", "switch compression off");
        }

        if (arrived.Length < HeaderBytes)
        {
            return false;
        }

        uint length = BinaryPrimitives.ReadUInt32BigEndian(arrived.Span[1..]);
        if (length > longestBytes)
        {
            throw WireError.At(WireCodes.MessageTooLong, "grpc", 1, $"a message of {length} bytes; at most {longestBytes} are taken");
        }

        bool isWhole = arrived.Length - HeaderBytes >= length;
        message = isWhole ? arrived.Slice(HeaderBytes, (int)length) : default;
        return isWhole;
    }

    /// <summary>Writes the header of an uncompressed message.</summary>
    /// <param name="header">At least <see cref="HeaderBytes"/> bytes.</param>
    /// <param name="messageBytes">Length of the message that follows, 0 or more.</param>
    public static void WriteHeader(Span<byte> header, int messageBytes)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(messageBytes);
        header[0] = 0;
        BinaryPrimitives.WriteUInt32BigEndian(header[1..], (uint)messageBytes);
    }
}
