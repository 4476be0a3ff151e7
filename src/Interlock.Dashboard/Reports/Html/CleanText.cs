using System.Globalization;
using System.Text;

namespace Interlock.Dashboard.Reports.Html;

/// <summary>Text of a recording as it may stand in a document: nothing invisible, nothing that turns the direction of what follows.</summary>
internal static class CleanText
{
    /// <summary>Longest text that is shown; what is longer ends in an ellipsis.</summary>
    private const int MostChars = 4000;

    public static string Of(string text)
    {
        StringBuilder clean = new(Math.Min(text.Length, MostChars));
        foreach (Rune rune in text.EnumerateRunes())
        {
            if (clean.Length >= MostChars)
            {
                return clean.Append('…').ToString();
            }

            clean.Append(IsPlain(rune) ? rune.ToString() : Rune.ReplacementChar.ToString());
        }

        return clean.ToString();
    }

    private static bool IsPlain(Rune rune) => rune.Value == '\n' || Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Control or UnicodeCategory.Format
        or UnicodeCategory.Surrogate or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned
        or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator);
}
