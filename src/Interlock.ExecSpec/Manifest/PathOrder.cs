namespace Interlock.ExecSpec.Manifest;

/// <summary>
/// Order of UTF-8 bytes, which is the order of code points. The ordinal order of strings differs from it where surrogate pairs meet
/// U+E000 to U+FFFF.
/// </summary>
internal sealed class PathOrder : IComparer<string>
{
    private const int SurrogateFixUp = 0x2800;

    public static PathOrder Instance { get; } = new();

    public int Compare(string? x, string? y)
    {
        ReadOnlySpan<char> left = x;
        ReadOnlySpan<char> right = y;
        int common = left.CommonPrefixLength(right);
        return common == left.Length || common == right.Length
            ? left.Length.CompareTo(right.Length)
            : Rank(left[common]).CompareTo(Rank(right[common]));
    }

    /// <summary>Moves surrogates behind all other units: a pair stands for a code point beyond U+FFFF.</summary>
    private static int Rank(char unit) => char.IsSurrogate(unit) ? unit + SurrogateFixUp : unit;
}
