using System.Buffers.Binary;

namespace Interlock.Runtime.Live.Protocol;

/// <summary>Head of a message to a subscriber: opcode, subscription, time.</summary>
internal static class MessageData
{
    public const int HeadBytes = 1 + sizeof(uint) + sizeof(ulong);

    private const byte Opcode = 1;

    public static void WriteHead(Span<byte> target, uint subscription, ulong timeNs)
    {
        target[0] = Opcode;
        BinaryPrimitives.WriteUInt32LittleEndian(target[1..], subscription);
        BinaryPrimitives.WriteUInt64LittleEndian(target[(1 + sizeof(uint))..], timeNs);
    }
}
