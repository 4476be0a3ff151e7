using System.Buffers.Binary;

namespace Interlock.Runtime.Live.Sockets;

/// <summary>Frames of a server: whole messages, not masked. Source: RFC 6455, section 5.2.</summary>
internal static class ServerFrame
{
    public const int LongestHead = 10;

    private const byte Final = 0x80;
    private const int LongestShort = 125;
    private const byte TwoBytes = 126;
    private const byte EightBytes = 127;

    /// <summary>Length of the head before so many bytes.</summary>
    public static int HeadBytes(int payload) => payload <= LongestShort ? 2 : payload <= ushort.MaxValue ? 4 : LongestHead;

    /// <summary>Writes the head and returns its length.</summary>
    public static int WriteHead(Span<byte> target, SocketOpcode opcode, int payload)
    {
        target[0] = (byte)(Final | (byte)opcode);
        int bytes = HeadBytes(payload);
        switch (bytes)
        {
            case 2:
                target[1] = (byte)payload;
                break;
            case 4:
                target[1] = TwoBytes;
                BinaryPrimitives.WriteUInt16BigEndian(target[2..], (ushort)payload);
                break;
            default:
                target[1] = EightBytes;
                BinaryPrimitives.WriteUInt64BigEndian(target[2..], (ulong)payload);
                break;
        }

        return bytes;
    }

    /// <summary>A whole frame.</summary>
    public static byte[] Of(SocketOpcode opcode, ReadOnlySpan<byte> payload)
    {
        byte[] frame = new byte[HeadBytes(payload.Length) + payload.Length];
        payload.CopyTo(frame.AsSpan(WriteHead(frame, opcode, payload.Length)));
        return frame;
    }

    /// <summary>A farewell with its reason.</summary>
    public static byte[] Close(CloseReason reason)
    {
        Span<byte> payload = stackalloc byte[2];
        BinaryPrimitives.WriteUInt16BigEndian(payload, (ushort)reason);
        return Of(SocketOpcode.Close, payload);
    }
}
