using System.Text.Json;

namespace Interlock.TestSupport;

/// <summary>
/// Judges JSON by the part of JSON Schema 2020-12 that our published schemas use. A keyword that it does not know fails, so that nothing is
/// believed to be checked that is not.
/// </summary>
internal sealed class JsonSchemaCheck(JsonElement schema)
{
    private static readonly HashSet<string> Told = ["$schema", "$id", "$defs", "title", "description", "default", "examples"];

    private readonly List<string> _faults = [];

    /// <summary>What is wrong, by place; empty when the document fits.</summary>
    public static IReadOnlyList<string> Faults(JsonElement schema, JsonElement document)
    {
        JsonSchemaCheck check = new(schema);
        check.Judge(schema, document, "$");
        return check._faults;
    }

    private void Judge(JsonElement rule, JsonElement value, string place)
    {
        foreach (JsonProperty keyword in rule.EnumerateObject().Where(keyword => !Told.Contains(keyword.Name)))
        {
            if (!Holds(rule, keyword, value, place))
            {
                _faults.Add($"{place}: {keyword.Name} {keyword.Value}");
            }
        }
    }

    private bool Holds(JsonElement rule, JsonProperty keyword, JsonElement value, string place) => keyword.Name switch
    {
        "$ref" => Refer(keyword.Value.GetString()!, value, place),
        "type" => keyword.Value.ValueKind == JsonValueKind.Array ? keyword.Value.EnumerateArray().Any(type => IsOf(type.GetString()!, value)) : IsOf(keyword.Value.GetString()!, value),
        "const" => JsonElement.DeepEquals(keyword.Value, value),
        "enum" => keyword.Value.EnumerateArray().Any(word => JsonElement.DeepEquals(word, value)),
        "anyOf" => keyword.Value.EnumerateArray().Any(choice => Fits(choice, value, place)),
        "required" => value.ValueKind != JsonValueKind.Object || keyword.Value.EnumerateArray().All(name => value.TryGetProperty(name.GetString()!, out _)),
        "additionalProperties" => value.ValueKind != JsonValueKind.Object || value.EnumerateObject().All(member => rule.GetProperty("properties").TryGetProperty(member.Name, out _)),
        "properties" => Members(keyword.Value, value, place),
        "items" => Items(keyword.Value, value, place),
        "minimum" => value.ValueKind != JsonValueKind.Number || value.GetDouble() >= keyword.Value.GetDouble(),
        "maximum" => value.ValueKind != JsonValueKind.Number || value.GetDouble() <= keyword.Value.GetDouble(),
        "pattern" => value.ValueKind != JsonValueKind.String || System.Text.RegularExpressions.Regex.IsMatch(value.GetString()!, keyword.Value.GetString()!),
        _ => throw new NotSupportedException($"the schema uses '{keyword.Name}' at {place}"),
    };

    private bool Fits(JsonElement rule, JsonElement value, string place)
    {
        int before = _faults.Count;
        Judge(rule, value, place);
        bool fits = _faults.Count == before;
        _faults.RemoveRange(before, _faults.Count - before);
        return fits;
    }

    // What is wrong inside is told by the inside.
    private bool Refer(string reference, JsonElement value, string place)
    {
        Judge(schema.GetProperty("$defs").GetProperty(reference.Split('/')[^1]), value, place);
        return true;
    }

    private bool Members(JsonElement rules, JsonElement value, string place)
    {
        foreach (JsonProperty member in value.ValueKind == JsonValueKind.Object ? value.EnumerateObject().AsEnumerable() : [])
        {
            if (rules.TryGetProperty(member.Name, out JsonElement rule))
            {
                Judge(rule, member.Value, $"{place}.{member.Name}");
            }
        }

        return true;
    }

    private bool Items(JsonElement rule, JsonElement value, string place)
    {
        foreach ((int i, JsonElement item) in value.ValueKind == JsonValueKind.Array ? value.EnumerateArray().Index() : [])
        {
            Judge(rule, item, $"{place}[{i}]");
        }

        return true;
    }

    private static bool IsOf(string type, JsonElement value) => type switch
    {
        "object" => value.ValueKind == JsonValueKind.Object,
        "array" => value.ValueKind == JsonValueKind.Array,
        "string" => value.ValueKind == JsonValueKind.String,
        "boolean" => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
        "null" => value.ValueKind == JsonValueKind.Null,
        "number" => value.ValueKind == JsonValueKind.Number,
        "integer" => value.ValueKind == JsonValueKind.Number && value.GetDouble() % 1 == 0,
        _ => throw new NotSupportedException($"type {type}"),
    };
}
