using System.Text;

namespace Interlock.Runtime.Configuration.Reading;

/// <summary>Texts without anything that a terminal, a log or another file format would act on.</summary>
internal static class PrintableText
{
    /// <summary>Line and paragraph separators, the byte order mark and the two values that are no characters.</summary>
    private static readonly int[] Breaks = [0x2028, 0x2029, 0xFEFF, 0xFFFE, 0xFFFF];

    /// <summary>False for control characters, separators of lines and halves of surrogate pairs (which enumerate as the replacement character).</summary>
    public static bool IsPrintable(string text)
    {
        foreach (Rune letter in text.EnumerateRunes())
        {
            if (Rune.IsControl(letter) || letter == Rune.ReplacementChar || Breaks.Contains(letter.Value))
            {
                return false;
            }
        }

        return true;
    }
}
