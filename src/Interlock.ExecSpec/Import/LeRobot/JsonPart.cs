using System.Text.Json;
using Interlock.Core.Diagnostics;

namespace Interlock.ExecSpec.Import.LeRobot;

/// <summary>A part of a JSON file that knows where it stands. What has the wrong type is an error that names its place; what is absent or null is null.</summary>
internal readonly record struct JsonPart(JsonElement Element, SourcePlace Place)
{
    public JsonPart? Find(string name)
    {
        Require(JsonValueKind.Object, "an object");
        return Element.TryGetProperty(name, out JsonElement value) && value.ValueKind != JsonValueKind.Null ? At(name, value) : null;
    }

    public string? Text(string name) => Find(name)?.AsText();

    public string RequiredText(string name) => Text(name) ?? throw Malformed($"'{name}' is missing");

    public JsonPart Required(string name) => Find(name) ?? throw Malformed($"'{name}' is missing");

    public int? Count(string name) => Find(name)?.AsCount();

    public double? Number(string name) => Find(name)?.AsNumber();

    public bool? Flag(string name) => Find(name)?.AsFlag();

    public IReadOnlyList<string>? Texts(string name) => Find(name) is { } list ? [.. list.Items().Select(item => item.AsText())] : null;

    public IEnumerable<(string Name, JsonPart Part)> Members()
    {
        Require(JsonValueKind.Object, "an object");
        JsonPart self = this;
        return Element.EnumerateObject().Select(member => (member.Name, self.At(member.Name, member.Value)));
    }

    public IEnumerable<JsonPart> Items()
    {
        Require(JsonValueKind.Array, "a list");
        JsonPart self = this;
        return Element.EnumerateArray().Select((item, index) => new JsonPart(item, self.Place with { Key = $"{self.Place.Key}[{index}]" }));
    }

    public string AsText()
    {
        Require(JsonValueKind.String, "text");
        return Element.GetString()!;
    }

    public int AsCount() => Element.ValueKind == JsonValueKind.Number && Element.TryGetInt32(out int count) && count >= 0
        ? count
        : throw Malformed("has to be a whole number from 0");

    public double AsNumber()
    {
        Require(JsonValueKind.Number, "a number");
        return Element.GetDouble();
    }

    public bool AsFlag() => Element.ValueKind is JsonValueKind.True or JsonValueKind.False
        ? Element.GetBoolean()
        : throw Malformed("has to be true or false");

    public DiagnosticException Malformed(string what) => new(LeRobotCodes.Malformed, what, Place);

    private JsonPart At(string name, JsonElement value) => new(value, Place with { Key = Place.Key is { } key ? $"{key}.{name}" : name });

    private void Require(JsonValueKind kind, string what)
    {
        if (Element.ValueKind != kind)
        {
            throw Malformed($"has to be {what}");
        }
    }
}
