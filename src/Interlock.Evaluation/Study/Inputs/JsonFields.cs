using System.Text.Json;
using Interlock.Core.Text;

namespace Interlock.Evaluation.Study.Inputs;

/// <summary>Fields of one JSON object at a known place; a field of the wrong kind is a finding, an absent one is null.</summary>
internal readonly struct JsonFields(JsonElement element, Findings findings, string place, int? line = null)
{
    public string Place { get; } = place;

    public bool? Truth(string name, string code)
    {
        if (!TryFind([name], out JsonElement value))
        {
            return null;
        }

        if (value.ValueKind is JsonValueKind.True or JsonValueKind.False)
        {
            return value.GetBoolean();
        }

        double? number = value.ValueKind == JsonValueKind.Number ? JsonNumber.Read(value) : null;
        return number is 0 or 1 ? number == 1 : Wrong<bool>(code, name, "true or false", value);
    }

    public int? Count(string name, string code)
    {
        if (!TryFind([name], out JsonElement value))
        {
            return null;
        }

        double? number = value.ValueKind == JsonValueKind.Number ? JsonNumber.Read(value) : null;
        return number is { } whole && whole >= 0 && whole <= int.MaxValue && whole == Math.Floor(whole)
            ? (int)whole
            : Wrong<int>(code, name, "a count (0, 1, 2, …)", value);
    }

    /// <summary>The number at the end of a path of keys; NaN where the path ends early or leads to null.</summary>
    public double Number(params ReadOnlySpan<string> path)
    {
        if (!TryFind(path, out JsonElement value))
        {
            return double.NaN;
        }

        return JsonNumber.Read(value)
            ?? Wrong<double>(StudyCode.BadValue, string.Join('.', path), "a number", value)
            ?? double.NaN;
    }

    /// <summary>A name or a number as text; null for anything else.</summary>
    public string? Label(string name) => !TryFind([name], out JsonElement value)
        ? null
        : value.ValueKind switch
        {
            JsonValueKind.String => Names.OneLine(value.GetString()!),
            JsonValueKind.Number => value.GetRawText(),
            _ => null,
        };

    public bool TryFind(ReadOnlySpan<string> path, out JsonElement value)
    {
        value = element;
        foreach (string key in path)
        {
            if (value.ValueKind != JsonValueKind.Object || !value.TryGetProperty(key, out value))
            {
                return false;
            }
        }

        return value.ValueKind != JsonValueKind.Null;
    }

    private T? Wrong<T>(string code, string name, string expected, JsonElement value)
        where T : struct
    {
        findings.Error(code, $"{name} must be {expected}, not {Names.Excerpt(value)}", $"{Place}.{name}", line);
        return null;
    }
}
