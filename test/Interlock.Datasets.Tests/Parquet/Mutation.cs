using Interlock.Core.Randomness;

namespace Interlock.Datasets.Tests.Parquet;

/// <summary>Seeded damage to a file.</summary>
internal static class Mutation
{
    private const int MostEdits = 4;

    public static byte[] Of(byte[] intact, SeededRandom random)
    {
        byte[] bytes = [.. intact];
        int edits = 1 + random.NextInt(MostEdits);
        for (int i = 0; i < edits; i++)
        {
            bytes = Edit(bytes, random);
        }

        return bytes;
    }

    private static byte[] Edit(byte[] bytes, SeededRandom random)
    {
        int at = random.NextInt(bytes.Length);
        switch (random.NextInt(6))
        {
            case 0:
                bytes[at] = (byte)random.NextInt(256);
                return bytes;
            case 1:
                bytes[at] ^= (byte)(1 << random.NextInt(8));
                return bytes;
            case 2:
                bytes[at] = (byte)(random.NextInt(2) == 0 ? 0xFF : 0);
                return bytes;
            case 3:
                bytes[at] = 0x7F;
                bytes[Math.Min(at + 1, bytes.Length - 1)] = 0xFF;
                return bytes;
            case 4:
                return [.. bytes[..at], (byte)random.NextInt(256), .. bytes[at..]];
            default:
                return bytes.Length > 1 ? [.. bytes[..at], .. bytes[Math.Min(bytes.Length, at + 1 + random.NextInt(4))..]] : bytes;
        }
    }
}
