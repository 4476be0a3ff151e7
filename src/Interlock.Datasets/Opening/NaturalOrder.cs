namespace Interlock.Datasets.Opening;

/// <summary>Orders file names as people count: <c>episode_2</c> before <c>episode_10</c>. Ties fall back to ordinal order.</summary>
internal sealed class NaturalOrder : IComparer<string>
{
    public static readonly NaturalOrder Instance = new();

    public int Compare(string? x, string? y)
    {
        ReadOnlySpan<char> a = x;
        ReadOnlySpan<char> b = y;
        while (a.Length > 0 && b.Length > 0)
        {
            bool digits = char.IsAsciiDigit(a[0]) && char.IsAsciiDigit(b[0]);
            int order = digits ? CompareNumbers(ref a, ref b) : a[0].CompareTo(b[0]);
            if (order != 0)
            {
                return order;
            }

            if (!digits)
            {
                a = a[1..];
                b = b[1..];
            }
        }

        int rest = a.Length.CompareTo(b.Length);
        return rest != 0 ? rest : string.CompareOrdinal(x, y);
    }

    private static int CompareNumbers(ref ReadOnlySpan<char> a, ref ReadOnlySpan<char> b)
    {
        ReadOnlySpan<char> first = TakeDigits(ref a).TrimStart('0');
        ReadOnlySpan<char> second = TakeDigits(ref b).TrimStart('0');
        int byLength = first.Length.CompareTo(second.Length);
        return byLength != 0 ? byLength : first.SequenceCompareTo(second);
    }

    private static ReadOnlySpan<char> TakeDigits(ref ReadOnlySpan<char> text)
    {
        int end = text.IndexOfAnyExceptInRange('0', '9');
        ReadOnlySpan<char> digits = end < 0 ? text : text[..end];
        text = text[digits.Length..];
        return digits;
    }
}
