using System.Buffers.Binary;

namespace Interlock.Cli.Tests.Verbs.Telemetry;

/// <summary>Reads fields of a protobuf message. Source: protobuf's "Encoding".</summary>
internal static class WireFields
{
    /// <summary>The messages, strings or packed numbers of a field.</summary>
    public static IEnumerable<byte[]> Bytes(byte[] message, int field) => All(message).Where(item => item.Field == field).Select(item => item.Bytes);

    /// <summary>The fixed-width numbers of a field, as a float64.</summary>
    public static IEnumerable<double> Doubles(byte[] message, int field) => Bytes(message, field).Select(bytes => BinaryPrimitives.ReadDoubleLittleEndian(bytes));

    private static IEnumerable<(int Field, byte[] Bytes)> All(byte[] message)
    {
        int at = 0;
        while (at < message.Length)
        {
            ulong tag = Varint(message, ref at);
            int length = (tag & 7) switch
            {
                0 => VarintLength(message, at),
                1 => 8,
                2 => (int)Varint(message, ref at),
                5 => 4,
                _ => throw new InvalidDataException($"wire type {tag & 7}"),
            };
            yield return ((int)(tag >> 3), message[at..(at + length)]);
            at += length;
        }
    }

    private static int VarintLength(byte[] message, int at)
    {
        int end = at;
        Varint(message, ref end);
        return end - at;
    }

    private static ulong Varint(byte[] message, ref int at)
    {
        ulong value = 0;
        for (int shift = 0; ; shift += 7)
        {
            byte part = message[at++];
            value |= (ulong)(part & 0x7f) << shift;
            if (part < 0x80)
            {
                return value;
            }
        }
    }
}
