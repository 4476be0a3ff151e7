using Interlock.Core.Diagnostics;
using Interlock.Core.Randomness;

namespace Interlock.Policies.Tests.Wire;

/// <summary>Seeded damage: bits, bytes, cuts, repeats, numbers that lie.</summary>
internal static class Mutations
{
    private static readonly byte[] Telling = [0, 1, 0x7f, 0x80, 0xff, (byte)'(', (byte)'.', (byte)'"', (byte)'{', 0xc1, 0xdf, 0x94];

    /// <summary>Runs <paramref name="decode"/> on damaged copies; anything but success or a finding with a code escapes and fails the test.</summary>
    public static int Survive(byte[][] samples, int count, ulong seed, Action<byte[]> decode)
    {
        SeededRandom random = new(seed);
        int refused = 0;
        for (int i = 0; i < count; i++)
        {
            byte[] damaged = Damage(samples[random.NextInt(samples.Length)], random);
            long before = GC.GetAllocatedBytesForCurrentThread();
            try
            {
                decode(damaged);
            }
            catch (DiagnosticException error)
            {
                Assert.StartsWith("PO", Assert.Single(error.Diagnostics).Code, StringComparison.Ordinal);
                refused++;
            }

            long allocated = GC.GetAllocatedBytesForCurrentThread() - before;
            Assert.True(allocated <= (4L * damaged.Length) + (2 << 20), $"{allocated} bytes for a payload of {damaged.Length}");
        }

        return refused;
    }

    private static byte[] Damage(byte[] sample, SeededRandom random)
    {
        byte[] damaged = [.. sample];
        int edits = 1 + random.NextInt(3);
        for (int i = 0; i < edits && damaged.Length > 0; i++)
        {
            int at = random.NextInt(damaged.Length);
            switch (random.NextInt(5))
            {
                case 0:
                    damaged[at] ^= (byte)(1 << random.NextInt(8));
                    break;
                case 1:
                    damaged[at] = Telling[random.NextInt(Telling.Length)];
                    break;
                case 2:
                    damaged = damaged[..at];
                    break;
                case 3:
                    damaged.AsSpan(at, Math.Min(4, damaged.Length - at)).Fill(0xff);
                    break;
                default:
                    int from = random.NextInt(damaged.Length);
                    damaged = [.. damaged[..at], .. damaged[from..Math.Min(from + 9, damaged.Length)], .. damaged[at..]];
                    break;
            }
        }

        return damaged;
    }
}
