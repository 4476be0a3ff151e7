using Interlock.Core.Diagnostics;
using Interlock.Core.Randomness;

namespace Interlock.Runtime.Tests.Proxies;

/// <summary>Damages messages by a seed. INTERLOCK_PROXY_MUTATIONS widens it.</summary>
internal static class Mutations
{
    private const int MostBytes = 8 << 20;

    public static readonly int Count = int.TryParse(Environment.GetEnvironmentVariable("INTERLOCK_PROXY_MUTATIONS"), out int count) ? count : 20_000;

    /// <summary>Each damaged message is taken, or refused with a code, in bounded memory.</summary>
    /// <returns>How many were refused.</returns>
    public static int Try(ulong seed, byte[] good, Action<byte[]> take, Action<List<byte>, SeededRandom>? damage = null)
    {
        take([.. good]);
        SeededRandom random = new(seed);
        int refused = 0;
        for (int i = 0; i < Count; i++)
        {
            byte[] bad = Of(good, random, damage ?? Damage);
            long before = GC.GetAllocatedBytesForCurrentThread();
            try
            {
                take(bad);
            }
            catch (DiagnosticException failure)
            {
                refused++;
                Assert.Matches("^(PO|RT|GD)[0-9]{3}$", failure.Diagnostics[0].Code);
            }

            Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, MostBytes);
        }

        Assert.InRange(refused, Count / 20, Count);
        return refused;
    }

    public static void Damage(List<byte> bytes, SeededRandom random)
    {
        int at = random.NextInt(bytes.Count);
        switch (random.NextInt(5))
        {
            case 0:
                bytes[at] = (byte)random.NextInt(256);
                break;
            case 1:
                bytes.RemoveRange(at, Math.Min(bytes.Count - at, 1 + random.NextInt(8)));
                break;
            case 2:
                bytes.InsertRange(at, bytes.GetRange(at, Math.Min(bytes.Count - at, 1 + random.NextInt(40))));
                break;
            case 3:
                bytes[at] ^= (byte)(1 << random.NextInt(8));
                break;
            default:
                bytes.Insert(at, random.NextInt(2) == 0 ? (byte)0xff : (byte)0xdf);
                break;
        }
    }

    private static byte[] Of(byte[] good, SeededRandom random, Action<List<byte>, SeededRandom> damage)
    {
        List<byte> bytes = [.. good];
        for (int edits = 1 + random.NextInt(4); edits > 0 && bytes.Count > 1; edits--)
        {
            damage(bytes, random);
        }

        return [.. bytes];
    }
}
