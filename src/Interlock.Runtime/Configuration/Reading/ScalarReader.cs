using System.Globalization;
using Interlock.Core.Text;
using Interlock.Runtime.Configuration.Keys;
using Interlock.Runtime.Configuration.Yaml;

namespace Interlock.Runtime.Configuration.Reading;

/// <summary>Turns single values into those that a key takes, in its range; null, with a report, for everything else.</summary>
internal sealed class ScalarReader(ReadingReport report)
{
    /// <summary>Longest text or path where a key states no other length, in characters.</summary>
    public const int LongestText = 1024;

    private const NumberStyles Decimal = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;

    public object? Read(ConfigKey key, YamlScalar scalar, string path)
    {
        // "null" is a word of this format (robot.kind) before it is YAML's word for nothing.
        if (key.Kind == KeyKind.Word && WordList.Find(key.ValueType, scalar.Text) is { } word)
        {
            return word;
        }

        if (scalar.IsAbsent)
        {
            return Wrong(path, scalar, "there is no value", "leave the key out to have the default");
        }

        return key.Kind switch
        {
            KeyKind.Number => ReadNumber(key, scalar, path),
            KeyKind.WholeNumber => ReadWholeNumber(key, scalar, path),
            KeyKind.Flag => ReadFlag(scalar, path),
            KeyKind.Word => UnknownWord(key, scalar, path),
            _ => ReadText(key, scalar, path),
        };
    }

    public string? ReadText(ConfigKey key, YamlScalar scalar, string path)
    {
        int longest = double.IsNaN(key.Facts.Max) ? LongestText : (int)key.Facts.Max;
        string? fault = scalar.IsAbsent || scalar.Text.Length == 0 ? "there is no text"
            : scalar.Text.Length > longest ? $"the text has {scalar.Text.Length} characters, at most {longest} are allowed"
            : !PrintableText.IsPrintable(scalar.Text) ? $"{Quoted.Of(scalar.Text)} holds characters that cannot be shown"
            : null;
        if (fault is not null)
        {
            report.Error("RT013", path, scalar.Origin, fault);
            return null;
        }

        return scalar.Text;
    }

    public double? ReadNumber(ConfigKey key, YamlScalar scalar, string path)
    {
        if (!scalar.IsPlain || FindNumber(scalar.Text) is not { } value)
        {
            string hint = FindNumber(scalar.Text) is null ? "write a decimal number, for example 0.25" : "remove the quotes";
            Wrong(path, scalar, $"{Quoted.Of(scalar.Text)} is not a number", hint);
            return null;
        }

        if (!double.IsFinite(value))
        {
            report.Error("RT011", path, scalar.Origin, $"{value} is not a finite number", "leave the key out to have the default");
            return null;
        }

        return IsInRange(key, scalar, path, value) ? value : null;
    }

    public object? ReadWholeNumber(ConfigKey key, YamlScalar scalar, string path)
    {
        if (!scalar.IsPlain || !Int128.TryParse(scalar.Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out Int128 value))
        {
            return Wrong(path, scalar, $"{Quoted.Of(scalar.Text)} is not a whole number", "write digits only, for example 10");
        }

        // The largest seed as a double is one more than it is: just above it, only the whole number tells.
        double compared = value > ulong.MaxValue ? double.BitIncrement(ulong.MaxValue) : (double)value;
        if (!IsInRange(key, scalar, path, compared))
        {
            return null;
        }

        return key.ValueType != typeof(ulong) ? (int)value : (ulong)value;
    }

    private object? ReadFlag(YamlScalar scalar, string path) => scalar is { IsPlain: true, Text: "true" or "false" }
        ? scalar.Text == "true"
        : Wrong(path, scalar, $"{Quoted.Of(scalar.Text)} is neither true nor false", "write true or false");

    private object? UnknownWord(ConfigKey key, YamlScalar scalar, string path)
    {
        report.UnknownWord(path, scalar, key.Words);
        return null;
    }

    private bool IsInRange(ConfigKey key, YamlScalar scalar, string path, double value)
    {
        if (!(value < key.Min) && !(value > key.Max))
        {
            return true;
        }

        string unit = key.Facts.Unit ?? "";
        string limit = value < key.Min ? $"at least {ShortNumber.Of(key.Min, unit)}" : $"at most {ShortNumber.Of(key.Max, unit)}";
        report.Error("RT012", path, scalar.Origin, $"{ShortNumber.Of(value, unit)} is out of range: {limit} is needed");
        return false;
    }

    private object? Wrong(string path, YamlScalar scalar, string message, string hint)
    {
        report.Error("RT009", path, scalar.Origin, message, hint);
        return null;
    }

    private static double? FindNumber(string text) => text.ToLowerInvariant().TrimStart('+') switch
    {
        ".inf" or "inf" or "infinity" => double.PositiveInfinity,
        "-.inf" or "-inf" or "-infinity" => double.NegativeInfinity,
        ".nan" or "nan" => double.NaN,
        _ => double.TryParse(text, Decimal, CultureInfo.InvariantCulture, out double value) ? value : null,
    };
}
