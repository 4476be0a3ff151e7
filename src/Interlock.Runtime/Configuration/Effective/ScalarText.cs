using System.Globalization;

namespace Interlock.Runtime.Configuration.Effective;

/// <summary>Values as YAML states them: plain where that is unmistakable, quoted elsewhere, numbers to the last bit.</summary>
internal static class ScalarText
{
    public const string Absent = "–";

    private static readonly HashSet<string> Reserved = new(StringComparer.OrdinalIgnoreCase)
    {
        "true", "false", "yes", "no", "on", "off", "y", "n", "null", "inf", "infinity", "nan",
    };

    public static string Of(object? value) => value switch
    {
        null => Absent,
        string text => OfText(text),
        bool flag => flag ? "true" : "false",
        double number => number.ToString("R", CultureInfo.InvariantCulture),
        IReadOnlyList<string> texts => $"[{string.Join(", ", texts.Select(OfText))}]",
        IReadOnlyList<double> numbers => $"[{string.Join(", ", numbers.Select(number => Of(number)))}]",
        IReadOnlyList<int> numbers => $"[{string.Join(", ", numbers)}]",
        IReadOnlyDictionary<string, string> map => $"{{ {string.Join(", ", map.Select(item => $"{OfText(item.Key)}: {OfText(item.Value)}"))} }}",
        IFormattable other => other.ToString(null, CultureInfo.InvariantCulture),
        _ => throw new ArgumentException($"{value.GetType().Name} is no value of a key", nameof(value)),
    };

    private static string OfText(string text) =>
        IsPlain(text) ? text : $"\"{text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"";

    private static bool IsPlain(string text) =>
        text.Length > 0
        && (char.IsAsciiLetter(text[0]) || text[0] == '_')
        && text.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '_' or '.' or '-' or '/')
        && !Reserved.Contains(text);
}
