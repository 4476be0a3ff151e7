using System.Globalization;
using System.Text;

namespace Interlock.Core.Contract.Writing;

/// <summary>Scalars as YAML writes them: plain where that is safe, quoted elsewhere, numbers to the last bit.</summary>
internal static class YamlText
{
    private static readonly HashSet<string> Reserved = new(StringComparer.OrdinalIgnoreCase)
    {
        "true", "false", "yes", "no", "on", "off", "y", "n", "null", "inf", "infinity", "nan",
    };

    public static string Of(string text)
    {
        if (IsPlain(text))
        {
            return text;
        }

        StringBuilder quoted = new("\"");
        foreach (char letter in text)
        {
            quoted.Append(letter switch
            {
                '"' => "\\\"",
                '\\' => "\\\\",
                >= ' ' and <= '~' => letter.ToString(),
                _ => $"\\u{(int)letter:X4}",
            });
        }

        return quoted.Append('"').ToString();
    }

    public static string Of(double number) => number.ToString("R", CultureInfo.InvariantCulture);

    public static string Of(IEnumerable<string> texts) => $"[{string.Join(", ", texts.Select(Of))}]";

    public static string Of(IEnumerable<double> numbers) => $"[{string.Join(", ", numbers.Select(Of))}]";

    /// <summary>One line of comment, whatever the text holds.</summary>
    public static string Comment(string text) =>
        "# " + string.Concat(text.Select(letter => EndsComment(letter) ? ' ' : letter));

    private static bool EndsComment(char letter) =>
        char.IsControl(letter) || char.IsSurrogate(letter) || letter is '\u2028' or '\u2029';

    private static bool IsPlain(string text) =>
        text.Length > 0
        && (char.IsAsciiLetter(text[0]) || text[0] == '_')
        && text.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '_' or '.' or '-' or '/')
        && !Reserved.Contains(text);
}
