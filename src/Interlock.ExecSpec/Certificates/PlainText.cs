using System.Globalization;

namespace Interlock.ExecSpec.Certificates;

/// <summary>Words that people read before they decide: on one line, without characters that make a terminal or a page show something else.</summary>
internal static class PlainText
{
    /// <summary>Controls (new lines and escape sequences among them), and characters that turn the direction of writing.</summary>
    public static bool IsPlain(string text) => !text.AsSpan().ContainsAnyInRange('\u202A', '\u202E')
        && !text.AsSpan().ContainsAnyInRange('\u2066', '\u2069')
        && text.EnumerateRunes().All(rune => IsShown(rune.Value));

    private static bool IsShown(int value) => CharUnicodeInfo.GetUnicodeCategory(value) is not (
        UnicodeCategory.Control or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.Surrogate);
}
