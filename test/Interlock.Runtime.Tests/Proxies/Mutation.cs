using Interlock.Core.Randomness;

namespace Interlock.Runtime.Tests.Proxies;

/// <summary>Damage to a message: bytes changed, lost, repeated, put in.</summary>
internal static class Mutation
{
    public static byte[] Of(byte[] good, SeededRandom random)
    {
        List<byte> bytes = [.. good];
        for (int edits = 1 + random.NextInt(4); edits > 0 && bytes.Count > 1; edits--)
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

        return [.. bytes];
    }
}
