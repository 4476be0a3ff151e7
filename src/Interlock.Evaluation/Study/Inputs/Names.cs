using System.Globalization;
using System.Text.Json;

namespace Interlock.Evaluation.Study.Inputs;

/// <summary>Text from outside that will be printed: one short line without control characters.</summary>
internal static class Names
{
    private const int LongestName = 80;
    private const int LongestExcerpt = 40;

    private static readonly string[] SourceSuffixes = ["_monitor_analysis", ".steps", ".replay", "_steps"];

    public static string OneLine(string text) => Cut(text, LongestName);

    public static string Excerpt(JsonElement value) => Cut(value.GetRawText(), LongestExcerpt);

    /// <summary>What a file is called when it does not name its policy.</summary>
    public static string OfFile(string path)
    {
        string stem = OneLine(Path.GetFileNameWithoutExtension(path));
        string? suffix = Array.Find(SourceSuffixes, end => stem.Length > end.Length && stem.EndsWith(end, StringComparison.Ordinal));
        return suffix is null ? stem : stem[..^suffix.Length];
    }

    private static string Cut(string text, int longest)
    {
        IEnumerable<char> visible = text.Take(longest).Select(letter => IsPrintable(letter) ? letter : ' ');
        return string.Concat(visible) + (text.Length > longest ? "…" : string.Empty);
    }

    // Control characters could rewrite the terminal; format characters could reverse what is read.
    private static bool IsPrintable(char letter) => CharUnicodeInfo.GetUnicodeCategory(letter) is not (
        UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator
        or UnicodeCategory.ParagraphSeparator or UnicodeCategory.Surrogate);
}
