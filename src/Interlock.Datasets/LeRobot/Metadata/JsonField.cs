using System.Text.Json;
using Interlock.Core.Diagnostics;

namespace Interlock.Datasets.LeRobot.Metadata;

/// <summary>Fields of an object of <c>meta/</c>. An absent field and JSON null are the same; a field of another type is an error.</summary>
internal static class JsonField
{
    public static JsonElement? Get(JsonElement parent, string name) =>
        parent.ValueKind == JsonValueKind.Object && parent.TryGetProperty(name, out JsonElement value) && value.ValueKind != JsonValueKind.Null
            ? value
            : null;

    public static string? Text(JsonElement parent, string name, SourcePlace place)
    {
        JsonElement? value = Get(parent, name);
        return value switch
        {
            null => null,
            { ValueKind: JsonValueKind.String } text => text.GetString(),
            _ => throw Wrong(name, value.Value, "a string", place),
        };
    }

    public static double? Number(JsonElement parent, string name, SourcePlace place)
    {
        JsonElement? value = Get(parent, name);
        return value switch
        {
            null => null,
            { ValueKind: JsonValueKind.Number } number when number.TryGetDouble(out double result) && double.IsFinite(result) => result,
            _ => throw Wrong(name, value.Value, "a number", place),
        };
    }

    /// <summary>A whole number of 0 or more; written as 20.0 it counts as whole.</summary>
    public static long? Count(JsonElement parent, string name, SourcePlace place)
    {
        const double exactIntegers = 1L << 53;
        double? number = Number(parent, name, place);
        return number switch
        {
            null => null,
            >= 0 and <= exactIntegers when number == Math.Floor(number.Value) => (long)number,
            _ => throw Wrong(name, Get(parent, name)!.Value, "a whole number of 0 or more", place),
        };
    }

    public static DiagnosticException Wrong(string name, JsonElement value, string expected, SourcePlace place)
    {
        const int longest = 60;
        string raw = value.GetRawText();
        raw = raw.Length > longest ? raw[..longest] + "…" : raw;
        return new DiagnosticException(LeRobotCodes.MetadataValue, $"{expected} was expected, found {raw}", place with { Key = name });
    }
}
