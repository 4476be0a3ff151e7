using System.Text;

namespace Interlock.Core.Text;

/// <summary>Outside text as it is shown in a message: in quotes, shortened, with nothing that a terminal would act on.</summary>
public static class Quoted
{
    private const int LongestExcerpt = 60;

    /// <summary>'text', at most 60 characters of it, with control characters as dots.</summary>
    public static string Of(string text)
    {
        StringBuilder shown = new("'", LongestExcerpt + 3);
        foreach (char letter in text.AsSpan(0, Math.Min(text.Length, LongestExcerpt)))
        {
            shown.Append(char.IsControl(letter) || char.IsSurrogate(letter) ? '·' : letter);
        }

        return shown.Append(text.Length > LongestExcerpt ? "…'" : "'").ToString();
    }
}
