using System.Buffers.Binary;
using System.Numerics;

namespace Interlock.Runtime.Proxies.Http;

/// <summary>SHA-1 of a short text, for the handshake of websockets alone, where it protects nothing. Source: RFC 3174.</summary>
internal static class Sha1
{
    public const int HashBytes = 20;

    private const int BlockBytes = 64;
    private const int Rounds = 80;

    public static void Hash(ReadOnlySpan<byte> text, Span<byte> hash)
    {
        int blocks = ((text.Length + 8) / BlockBytes) + 1;
        byte[] padded = new byte[blocks * BlockBytes];
        text.CopyTo(padded);
        padded[text.Length] = 0x80;
        BinaryPrimitives.WriteInt64BigEndian(padded.AsSpan(padded.Length - 8), 8L * text.Length);
        Span<uint> state = [0x67452301, 0xEFCDAB89, 0x98BADCFE, 0x10325476, 0xC3D2E1F0];
        for (int at = 0; at < padded.Length; at += BlockBytes)
        {
            Block(padded.AsSpan(at, BlockBytes), state);
        }

        for (int i = 0; i < state.Length; i++)
        {
            BinaryPrimitives.WriteUInt32BigEndian(hash[(4 * i)..], state[i]);
        }
    }

    private static void Block(ReadOnlySpan<byte> block, Span<uint> state)
    {
        Span<uint> words = stackalloc uint[Rounds];
        for (int t = 0; t < Rounds; t++)
        {
            words[t] = t < 16
                ? BinaryPrimitives.ReadUInt32BigEndian(block[(4 * t)..])
                : BitOperations.RotateLeft(words[t - 3] ^ words[t - 8] ^ words[t - 14] ^ words[t - 16], 1);
        }

        (uint a, uint b, uint c, uint d, uint e) = (state[0], state[1], state[2], state[3], state[4]);
        for (int t = 0; t < Rounds; t++)
        {
            uint next = unchecked(BitOperations.RotateLeft(a, 5) + Mix(t, b, c, d) + e + words[t]);
            (e, d, c, b, a) = (d, c, BitOperations.RotateLeft(b, 30), a, next);
        }

        unchecked
        {
            (state[0], state[1], state[2], state[3], state[4]) = (state[0] + a, state[1] + b, state[2] + c, state[3] + d, state[4] + e);
        }
    }

    private static uint Mix(int t, uint b, uint c, uint d) => unchecked((t / 20) switch
    {
        0 => ((b & c) | (~b & d)) + 0x5A827999,
        1 => (b ^ c ^ d) + 0x6ED9EBA1,
        2 => ((b & c) | (b & d) | (c & d)) + 0x8F1BBCDC,
        _ => (b ^ c ^ d) + 0xCA62C1D6,
    });
}
