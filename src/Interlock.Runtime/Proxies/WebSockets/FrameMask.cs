using System.Numerics;
using System.Runtime.InteropServices;

namespace Interlock.Runtime.Proxies.WebSockets;

/// <summary>The masking of websockets: payloads of clients are combined with four bytes by exclusive or. Source: RFC 6455, section 5.3.</summary>
internal static class FrameMask
{
    private const int KeyBits = 32;

    /// <summary>Masks or unmasks in place.</summary>
    /// <param name="bytes">A part of a payload.</param>
    /// <param name="mask">Four bytes, the first one lowest.</param>
    /// <param name="offset">Where in the payload the part begins.</param>
    public static void Apply(Span<byte> bytes, uint mask, long offset)
    {
        uint turned = BitOperations.RotateRight(mask, (int)(8 * (offset & 3)) % KeyBits);
        Span<Vector<uint>> wide = MemoryMarshal.Cast<byte, Vector<uint>>(bytes);
        Vector<uint> key = new(turned);
        for (int i = 0; i < wide.Length; i++)
        {
            wide[i] ^= key;
        }

        for (int i = wide.Length * Vector<byte>.Count; i < bytes.Length; i++)
        {
            bytes[i] ^= (byte)(turned >> (8 * (i & 3)));
        }
    }
}
