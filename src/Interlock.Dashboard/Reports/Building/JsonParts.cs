using System.Text.Json;

namespace Interlock.Dashboard.Reports.Building;

/// <summary>Members of foreign JSON that may be absent or of another kind.</summary>
internal static class JsonParts
{
    public static string Text(JsonElement element, string name) =>
        Member(element, name) is { ValueKind: JsonValueKind.String } member ? member.GetString()! : "";

    public static bool? Truth(JsonElement element, string name) =>
        Member(element, name) is { ValueKind: JsonValueKind.True or JsonValueKind.False } member ? member.GetBoolean() : null;

    public static IEnumerable<JsonElement> Items(JsonElement element, string name) =>
        Member(element, name) is { ValueKind: JsonValueKind.Array } member ? member.EnumerateArray() : [];

    public static JsonElement? Member(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out JsonElement member) ? member : null;
}
