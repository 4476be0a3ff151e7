using System.Text;
using Interlock.Dashboard.Plots.Png.Letters;

namespace Interlock.Dashboard.Plots.Drawing;

/// <summary>How wide a text is. A viewer's sans-serif differs a little from our letters, so the widths carry a margin.</summary>
internal static class TextMeter
{
    /// <summary>Widest of the usual system sans-serifs against our letters.</summary>
    private const double Margin = 1.1;

    /// <summary>Room between our letters.</summary>
    private const double Spacing = 1.03;

    /// <summary>Room that the text needs in any viewer.</summary>
    public static double Width(string text, double sizePx, bool isBold = false) => Advance(text, sizePx, isBold) * Margin;

    /// <summary>Width in our own letters.</summary>
    public static double Advance(string text, double sizePx, bool isBold = false)
    {
        double units = 0;
        foreach (Rune rune in text.EnumerateRunes())
        {
            units += Glyphs.Of(rune).Advance;
        }

        return units * sizePx / Glyphs.UnitsPerEm * (isBold ? 1.06 : 1) * Spacing;
    }

    /// <summary>The text, shortened with an ellipsis until it fits; empty when not one letter does.</summary>
    public static string Fit(string text, double sizePx, double widthPx, bool isBold = false)
    {
        if (Width(text, sizePx, isBold) <= widthPx)
        {
            return text;
        }

        for (int length = text.Length - 1; length > 0; length--)
        {
            string shorter = $"{text.AsSpan(0, length).TrimEnd()}…";
            if (!char.IsHighSurrogate(text[length - 1]) && Width(shorter, sizePx, isBold) <= widthPx)
            {
                return shorter;
            }
        }

        return "";
    }

    /// <summary>The text in lines that fit, at most so many.</summary>
    public static IReadOnlyList<string> Wrap(string text, double sizePx, double widthPx, int mostLines)
    {
        List<string> lines = [];
        string line = "";
        foreach (string word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            string longer = line.Length == 0 ? word : $"{line} {word}";
            bool isLast = lines.Count == mostLines - 1;
            if (line.Length == 0 || isLast || Width(longer, sizePx) <= widthPx)
            {
                line = longer;
                continue;
            }

            lines.Add(line);
            line = word;
        }

        return line.Length == 0 ? lines : [.. lines.Append(line).Select(each => Fit(each, sizePx, widthPx))];
    }
}
