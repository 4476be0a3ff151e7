using System.Globalization;
using System.Text;
using Interlock.Dashboard.Plots.Drawing;

namespace Interlock.Dashboard.Plots.Svg;

/// <summary>Text and numbers in the form that SVG takes.</summary>
internal static class SvgText
{
    /// <summary>Text that can be nothing but text, in content and in attributes.</summary>
    public static string Escape(string text)
    {
        StringBuilder escaped = new(text.Length);
        foreach (char letter in PlainText.Of(text))
        {
            escaped.Append(letter switch
            {
                '&' => "&amp;",
                '<' => "&lt;",
                '>' => "&gt;",
                '"' => "&quot;",
                '\'' => "&#39;",
                _ => letter.ToString(),
            });
        }

        return escaped.ToString();
    }

    /// <summary>A number with at most one decimal.</summary>
    public static string Number(double value) => Tenths((long)Math.Round(value * 10));

    /// <summary>A number given in tenths, as short as can be.</summary>
    public static string Tenths(long tenths)
    {
        long whole = Math.Abs(tenths) / 10, rest = Math.Abs(tenths) % 10;
        string sign = tenths < 0 ? "-" : "";
        return rest == 0 ? string.Create(CultureInfo.InvariantCulture, $"{(tenths == 0 ? "" : sign)}{whole}")
            : whole == 0 ? string.Create(CultureInfo.InvariantCulture, $"{sign}.{rest}")
            : string.Create(CultureInfo.InvariantCulture, $"{sign}{whole}.{rest}");
    }
}
