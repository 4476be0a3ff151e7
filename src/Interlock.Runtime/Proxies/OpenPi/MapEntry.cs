using System.Buffers.Binary;
using Interlock.Policies.Wire;
using Interlock.Policies.Wire.Msgpack;

namespace Interlock.Runtime.Proxies.OpenPi;

/// <summary>One more entry at the end of a msgpack map; every other byte stays as it is.</summary>
internal static class MapEntry
{
    public const string Key = "interlock";

    private const int FewestOf16Bits = 16;

    /// <summary>The map with the entry; the map itself when it is none or has such an entry already.</summary>
    public static ReadOnlyMemory<byte> Append(ReadOnlyMemory<byte> map, WireValue decoded, WireValue.Map entry)
    {
        if (decoded is not WireValue.Map { Entries: var entries } || entries.ContainsKey(Key))
        {
            return map;
        }

        WireBuffer whole = new();
        Header(entries.Count + 1, whole);
        ReadOnlySpan<byte> rest = map.Span[HeaderBytes(map.Span[0])..];
        rest.CopyTo(whole.GetSpan(rest.Length));
        whole.Advance(rest.Length);
        MsgpackNumpy.Encode(new WireValue.Text(Key), whole);
        MsgpackNumpy.Encode(entry, whole);
        return whole.Written;
    }

    private static int HeaderBytes(byte lead) => lead switch { 0xde => 3, 0xdf => 5, _ => 1 };

    private static void Header(int count, WireBuffer buffer)
    {
        Span<byte> header = buffer.GetSpan(5);
        if (count < FewestOf16Bits)
        {
            header[0] = (byte)(0x80 | count);
            buffer.Advance(1);
        }
        else if (count <= ushort.MaxValue)
        {
            header[0] = 0xde;
            BinaryPrimitives.WriteUInt16BigEndian(header[1..], (ushort)count);
            buffer.Advance(3);
        }
        else
        {
            header[0] = 0xdf;
            BinaryPrimitives.WriteInt32BigEndian(header[1..], count);
            buffer.Advance(5);
        }
    }
}
