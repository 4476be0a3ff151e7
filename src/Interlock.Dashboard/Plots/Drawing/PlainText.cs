using System.Globalization;
using System.Text;

namespace Interlock.Dashboard.Plots.Drawing;

/// <summary>Text from outside as it may be drawn.</summary>
internal static class PlainText
{
    /// <summary>Longest text that is drawn; what is longer ends in an ellipsis.</summary>
    private const int MostChars = 400;

    /// <summary>Replaces what is not a visible character: controls, direction marks, halves of pairs.</summary>
    public static string Of(string text)
    {
        StringBuilder clean = new(Math.Min(text.Length, MostChars));
        foreach (Rune rune in text.EnumerateRunes())
        {
            if (clean.Length >= MostChars)
            {
                return clean.Append('…').ToString();
            }

            clean.Append(IsVisible(rune) ? rune.ToString() : Rune.ReplacementChar.ToString());
        }

        return clean.ToString();
    }

    private static bool IsVisible(Rune rune) => Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Control or UnicodeCategory.Format
        or UnicodeCategory.Surrogate or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned
        or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator);
}
