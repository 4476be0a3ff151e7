namespace Interlock.Dashboard.Reports.Facts;

/// <summary>The page of a diagnostic code.</summary>
internal static class CodePage
{
    private const int Letters = 2, Digits = 3;

    /// <summary>Its path in the documentation; null for a word that is no code.</summary>
    public static string? Of(string code) =>
        code.Length == Letters + Digits && code.Take(Letters).All(char.IsAsciiLetterUpper) && code.Skip(Letters).All(char.IsAsciiDigit) ? $"docs/codes/{code}.md" : null;
}
