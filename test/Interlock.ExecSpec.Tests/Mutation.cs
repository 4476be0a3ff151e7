using Interlock.Core.Randomness;

namespace Interlock.ExecSpec.Tests;

/// <summary>Damage to the bytes of a file: one to four flips, replacements, cuts, repeats or inserted pieces of syntax.</summary>
internal static class Mutation
{
    private static readonly byte[][] Syntax =
        [.. new[] { "{", "}", "[", "]", "\"", ":", ",", "null", "1e999", "-0", "\\u", "\\ud800", "\uFEFF", "\"\":0," }.Select(System.Text.Encoding.UTF8.GetBytes)];

    public static byte[] Of(byte[] original, SeededRandom random)
    {
        byte[] bytes = original;
        for (int count = 1 + random.NextInt(4); count > 0; count--)
        {
            bytes = Once(bytes, random);
        }

        return bytes;
    }

    private static byte[] Once(byte[] bytes, SeededRandom random)
    {
        if (bytes.Length == 0)
        {
            return Syntax[random.NextInt(Syntax.Length)];
        }

        int at = random.NextInt(bytes.Length);
        switch (random.NextInt(5))
        {
            case 0:
                byte[] flipped = [.. bytes];
                flipped[at] ^= (byte)(1 << random.NextInt(8));
                return flipped;
            case 1:
                byte[] replaced = [.. bytes];
                replaced[at] = (byte)random.NextInt(256);
                return replaced;
            case 2:
                return bytes[..at];
            case 3:
                int end = at + random.NextInt(bytes.Length - at);
                return [.. bytes[..end], .. bytes[at..]];
            default:
                return [.. bytes[..at], .. Syntax[random.NextInt(Syntax.Length)], .. bytes[at..]];
        }
    }
}
