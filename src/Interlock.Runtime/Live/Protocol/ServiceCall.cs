using System.Buffers.Binary;
using System.Text;

namespace Interlock.Runtime.Live.Protocol;

/// <summary>A call of a service: opcode, service, call, length of the encoding's name, its name, the request.</summary>
internal readonly record struct ServiceCall(uint Service, uint Call, string Encoding, ReadOnlyMemory<byte> Payload)
{
    public const byte RequestOpcode = 2;

    private const byte ResponseOpcode = 3;
    private const int HeadBytes = 1 + (3 * sizeof(uint));
    private const int LongestEncoding = 64;

    /// <summary>Reads a request; null when it is none.</summary>
    public static ServiceCall? TryRead(ReadOnlyMemory<byte> message)
    {
        ReadOnlySpan<byte> bytes = message.Span;
        if (bytes.Length < HeadBytes || bytes[0] != RequestOpcode)
        {
            return null;
        }

        uint length = BinaryPrimitives.ReadUInt32LittleEndian(bytes[9..]);
        return length > LongestEncoding || length > bytes.Length - HeadBytes
            ? null
            : new ServiceCall(
                BinaryPrimitives.ReadUInt32LittleEndian(bytes[1..]),
                BinaryPrimitives.ReadUInt32LittleEndian(bytes[5..]),
                System.Text.Encoding.Latin1.GetString(bytes.Slice(HeadBytes, (int)length)),
                message[(HeadBytes + (int)length)..]);
    }

    /// <summary>The answer to it.</summary>
    public byte[] Response(ReadOnlySpan<byte> payload)
    {
        byte[] bytes = new byte[HeadBytes + Encoding.Length + payload.Length];
        bytes[0] = ResponseOpcode;
        BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(1), Service);
        BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(5), Call);
        BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(9), (uint)Encoding.Length);
        System.Text.Encoding.Latin1.GetBytes(Encoding, bytes.AsSpan(HeadBytes));
        payload.CopyTo(bytes.AsSpan(HeadBytes + Encoding.Length));
        return bytes;
    }
}
