using System.Buffers.Binary;
using Interlock.Core.Diagnostics;

namespace Interlock.Runtime.Proxies.WebSockets;

/// <summary>The header of a websocket frame. Source: RFC 6455, section 5.2.</summary>
/// <param name="Opcode">What it is.</param>
/// <param name="IsLast">True for the last frame of a message.</param>
/// <param name="Mask">What the payload is combined with; null where it lies open.</param>
/// <param name="Length">Of the payload, bytes.</param>
/// <param name="HeaderBytes">Length of the header itself.</param>
internal readonly record struct FrameHeader(Opcode Opcode, bool IsLast, uint? Mask, long Length, int HeaderBytes)
{
    public const int MostBytes = 14;
    public const int MostControlBytes = 125;

    private const int MaskBytes = 4;
    private const int Length16 = 126;
    private const int Length64 = 127;

    public bool IsControl => Opcode >= Opcode.Close;

    /// <summary>Reads a header; null when bytes of it are still to come.</summary>
    /// <param name="bytes">What has arrived.</param>
    /// <param name="isMasked">Whether the sender has to mask: clients have to, servers must not.</param>
    /// <param name="peer">Who that is.</param>
    /// <exception cref="DiagnosticException">RT240.</exception>
    public static FrameHeader? TryRead(ReadOnlySpan<byte> bytes, bool isMasked, string peer)
    {
        if (bytes.Length < 2)
        {
            return null;
        }

        Opcode opcode = (Opcode)(bytes[0] & 0x0f);
        int shortLength = bytes[1] & 0x7f;
        bool isLast = (bytes[0] & 0x80) != 0;
        Check(bytes[0], opcode, isLast, shortLength, (bytes[1] & 0x80) != 0 == isMasked, peer);
        int lengthBytes = shortLength switch { Length16 => 2, Length64 => 8, _ => 0 };
        int header = 2 + lengthBytes + (isMasked ? MaskBytes : 0);
        if (bytes.Length < header)
        {
            return null;
        }

        long length = lengthBytes switch
        {
            2 => BinaryPrimitives.ReadUInt16BigEndian(bytes[2..]),
            8 => BinaryPrimitives.ReadInt64BigEndian(bytes[2..]),
            _ => shortLength,
        };
        bool isShortest = lengthBytes switch { 2 => length >= Length16, 8 => length > ushort.MaxValue, _ => true };
        return isShortest
            ? new FrameHeader(opcode, isLast, isMasked ? BinaryPrimitives.ReadUInt32LittleEndian(bytes[(2 + lengthBytes)..]) : null, length, header)
            : throw Broken(peer, "a length in more bytes than it needs");
    }

    /// <summary>Writes a header so that it ends where the payload begins; the bytes it has.</summary>
    /// <param name="room">Of <see cref="MostBytes"/>.</param>
    /// <param name="opcode">Of a whole message or of a control frame.</param>
    /// <param name="length">Of the payload.</param>
    /// <param name="mask">Null for none.</param>
    public static int WriteBefore(Span<byte> room, Opcode opcode, int length, uint? mask)
    {
        int lengthBytes = length < Length16 ? 0 : length <= ushort.MaxValue ? 2 : 8;
        int header = 2 + lengthBytes + (mask is null ? 0 : MaskBytes);
        Span<byte> bytes = room[^header..];
        bytes[0] = (byte)(0x80 | (int)opcode);
        bytes[1] = (byte)((lengthBytes switch { 2 => Length16, 8 => Length64, _ => length }) | (mask is null ? 0 : 0x80));
        if (lengthBytes == 2)
        {
            BinaryPrimitives.WriteUInt16BigEndian(bytes[2..], (ushort)length);
        }
        else if (lengthBytes == 8)
        {
            BinaryPrimitives.WriteInt64BigEndian(bytes[2..], length);
        }

        if (mask is { } key)
        {
            BinaryPrimitives.WriteUInt32LittleEndian(bytes[^MaskBytes..], key);
        }

        return header;
    }

    public static DiagnosticException Broken(string peer, string what) => ProxyError.Of(ProxyCodes.WebSocketRules, peer, $"broke the rules of websockets: {what}");

    private static void Check(byte first, Opcode opcode, bool isLast, int shortLength, bool isMaskRight, string peer)
    {
        string? wrong = (first & 0x70) != 0 ? "reserved bits are set"
            : opcode is > Opcode.Binary and < Opcode.Close or > Opcode.Pong ? $"a frame of kind {(int)opcode}"
            : opcode >= Opcode.Close && (!isLast || shortLength > MostControlBytes) ? "a control frame that is too long or in pieces"
            : !isMaskRight ? "a frame that is masked where it must not be, or is not where it must be"
            : null;
        if (wrong is not null)
        {
            throw Broken(peer, wrong);
        }
    }
}
