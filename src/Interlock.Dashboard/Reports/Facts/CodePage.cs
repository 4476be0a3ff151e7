using System.Collections.Concurrent;

namespace Interlock.Dashboard.Reports.Facts;

/// <summary>The page of a diagnostic code.</summary>
internal static class CodePage
{
    private const int Letters = 2, Digits = 3;

    private static readonly ConcurrentDictionary<string, string?> Titles = new();

    /// <summary>Its path in the documentation; null for a word that is no code.</summary>
    public static string? Of(string code) =>
        code.Length == Letters + Digits && code.Take(Letters).All(char.IsAsciiLetterUpper) && code.Skip(Letters).All(char.IsAsciiDigit) ? $"docs/codes/{code}.md" : null;

    /// <summary>What it means, as its page says; null for a code without one.</summary>
    public static string? Title(string code) => Of(code) is null ? null : Titles.GetOrAdd(code, Read);

    private static string? Read(string code)
    {
        using Stream? page = typeof(CodePage).Assembly.GetManifestResourceStream($"codes/{code}.md");
        if (page is null)
        {
            return null;
        }

        using StreamReader reader = new(page);
        string[] parts = (reader.ReadLine() ?? "").Split(" · ", 2);
        return parts.Length == 2 ? parts[1] : null;
    }
}
