using System.Buffers.Binary;

namespace Interlock.Runtime.Live.Sockets;

/// <summary>The head of a client's frame, checked. Source: RFC 6455, sections 5.1 and 5.2.</summary>
internal readonly record struct ClientHead(SocketOpcode Opcode, bool IsFinal, int PayloadBytes, uint Mask, int HeadBytes)
{
    private const int FinalBit = 0x80;
    private const int ReservedBits = 0x70;
    private const int OpcodeBits = 0x0f;
    private const int MaskBit = 0x80;
    private const int LengthBits = 0x7f;
    private const int MaskBytes = 4;
    private const int LongestControl = 125;

    public bool IsControl => Opcode >= SocketOpcode.Close;

    /// <summary>Reads a head; null when there are too few bytes yet.</summary>
    /// <param name="bytes">From the first byte of a frame on.</param>
    /// <param name="longest">Most payload that is taken, bytes.</param>
    /// <exception cref="Core.Diagnostics.DiagnosticException">RT256: No client may send this.</exception>
    public static ClientHead? TryRead(ReadOnlySpan<byte> bytes, int longest)
    {
        if (bytes.Length < 2)
        {
            return null;
        }

        Check(bytes);
        int length = bytes[1] & LengthBits;
        int lengthBytes = length switch { 126 => 2, 127 => 8, _ => 0 };
        int head = 2 + lengthBytes + MaskBytes;
        if (bytes.Length < head)
        {
            return null;
        }

        ulong payload = lengthBytes switch
        {
            2 => BinaryPrimitives.ReadUInt16BigEndian(bytes[2..]),
            8 => BinaryPrimitives.ReadUInt64BigEndian(bytes[2..]),
            _ => (ulong)length,
        };
        return payload <= (ulong)longest
            ? new ClientHead((SocketOpcode)(bytes[0] & OpcodeBits), (bytes[0] & FinalBit) != 0, (int)payload, BinaryPrimitives.ReadUInt32LittleEndian(bytes[(head - MaskBytes)..]), head)
            : throw LiveError.Broken(CloseReason.TooBig, $"a message of more than {longest} bytes");
    }

    private static void Check(ReadOnlySpan<byte> bytes)
    {
        SocketOpcode opcode = (SocketOpcode)(bytes[0] & OpcodeBits);
        bool isControl = opcode >= SocketOpcode.Close;
        if ((bytes[0] & ReservedBits) != 0 || !Enum.IsDefined(opcode))
        {
            throw LiveError.Broken(CloseReason.ProtocolError, "a frame of an unknown kind");
        }

        if ((bytes[1] & MaskBit) == 0)
        {
            throw LiveError.Broken(CloseReason.ProtocolError, "a frame without a mask");
        }

        if (isControl && ((bytes[0] & FinalBit) == 0 || (bytes[1] & LengthBits) > LongestControl))
        {
            throw LiveError.Broken(CloseReason.ProtocolError, "a control frame in pieces or too long");
        }
    }

    /// <summary>Takes the mask off.</summary>
    public void Unmask(Span<byte> payload)
    {
        Span<byte> mask = stackalloc byte[MaskBytes];
        BinaryPrimitives.WriteUInt32LittleEndian(mask, Mask);
        for (int i = 0; i < payload.Length; i++)
        {
            payload[i] ^= mask[i % MaskBytes];
        }
    }
}
