using System.Collections;
using System.Globalization;

namespace Interlock.Runtime.Configuration.Keys;

/// <summary>What is known of a key, in words; the XML documentation of its property says the same.</summary>
internal static class KeyWords
{
    /// <summary>Null for a required key.</summary>
    public static string? DefaultOf(ConfigKey key) => key.Facts.IsRequired ? null : key.Facts.DefaultText ?? Text(key.Default) ?? "none";

    /// <summary>Null for any value.</summary>
    public static string? RangeOf(ConfigKey key) => key.Kind switch
    {
        KeyKind.Word => string.Join(", ", key.Words),
        KeyKind.Flag => "true, false",
        KeyKind.Text when !double.IsNaN(key.Facts.Min) => $"{Number(key.Facts.Min)} to {Number(key.Facts.Max)} characters",
        KeyKind.Number or KeyKind.WholeNumber or KeyKind.Numbers or KeyKind.WholeNumbers when !double.IsNaN(key.Facts.Min) => $"{Number(key.Facts.Min)} to {Number(key.Facts.Max)} {key.Facts.Unit}".TrimEnd(),
        KeyKind.WholeNumber => "0 or more",
        _ => null,
    };

    /// <summary>The sentence that documents the property.</summary>
    public static string SentenceOf(ConfigKey key)
    {
        string range = key.Kind is KeyKind.Word or KeyKind.Flag || double.IsNaN(key.Facts.Min) ? "" : $" {RangeOf(key)}.";
        string fallback = key.Facts.IsRequired ? " Required." : (key.Facts.DefaultText ?? Text(key.Default)) is { } text ? $" Default: {text}." : "";
        return key.Facts.Doc + range + fallback;
    }

    private static string? Text(object? value) => value switch
    {
        null => null,
        bool flag => flag ? "true" : "false",
        Enum word => WordList.Of(word),
        string text => text.Length == 0 ? null : text,
        IEnumerable => null,
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => null,
    };

    private static string Number(double value) => value.ToString("0.############", CultureInfo.InvariantCulture);
}
