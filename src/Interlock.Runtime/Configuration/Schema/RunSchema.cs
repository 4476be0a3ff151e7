using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Interlock.Runtime.Configuration.Keys;
using Interlock.Runtime.Configuration.Reading;
using Interlock.Runtime.Configuration.Settings;

namespace Interlock.Runtime.Configuration.Schema;

/// <summary>The JSON Schema of the format, made from the same keys as the reader; published as <c>docs/schema/run-v1.json</c>.</summary>
internal static class RunSchema
{
    private const string GroupSuffix = "Settings";

    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Text()
    {
        KeyGroup root = KeyGroup.Of(typeof(RunSettings));
        JsonObject schema = new()
        {
            ["$schema"] = "https://json-schema.org/draft/2020-12/schema",
            ["$id"] = "urn:interlock:schema:run-v1",
            ["title"] = "Interlock run, version 1",
            ["description"] = "How a policy is run on a robot.",
        };
        AddGroup(schema, root);
        ((JsonObject)schema["properties"]!).Insert(0, RunFileParser.TagKey, Tag());
        ((JsonArray)schema["required"]!).Insert(0, RunFileParser.TagKey);
        schema["$defs"] = new JsonObject(Definitions(root).Select(group => KeyValuePair.Create<string, JsonNode?>(NameOf(group.Type), GroupNode(group))));
        return schema.ToJsonString(Indented).ReplaceLineEndings("\n") + "\n";
    }

    private static JsonObject Tag() => new() { ["description"] = "Format and version.", ["const"] = RunFile.FormatTag };

    private static IEnumerable<KeyGroup> Definitions(KeyGroup root)
    {
        List<KeyGroup> found = [root];
        for (int i = 0; i < found.Count; i++)
        {
            found.AddRange(found[i].Keys.Select(key => key.ItemType).OfType<Type>().Distinct().Select(KeyGroup.Of).Except(found).ToArray());
        }

        return found.Skip(1);
    }

    private static JsonObject GroupNode(KeyGroup group)
    {
        JsonObject node = [];
        AddGroup(node, group);
        return node;
    }

    private static void AddGroup(JsonObject node, KeyGroup group)
    {
        node["type"] = "object";
        node["additionalProperties"] = false;
        node["properties"] = new JsonObject(group.Keys.Select(key => KeyValuePair.Create<string, JsonNode?>(key.Name, KeyNode(key))));
        string[] required = [.. group.Keys.Where(key => key.Facts.IsRequired).Select(key => key.Name)];
        if (required.Length > 0)
        {
            node["required"] = new JsonArray([.. required.Select(name => JsonValue.Create(name))]);
        }
    }

    private static JsonObject KeyNode(ConfigKey key)
    {
        JsonObject node = new() { ["description"] = KeyWords.SentenceOf(key) };
        JsonObject item = key.Kind switch
        {
            KeyKind.Group => Reference(key),
            KeyKind.Groups => List(Reference(key)),
            KeyKind.Texts => List(TextNode(key)),
            KeyKind.Numbers or KeyKind.WholeNumbers => List(NumberNode(key)),
            KeyKind.Map => new JsonObject { ["type"] = "object", ["additionalProperties"] = TextNode(key), ["maxProperties"] = SettingsReader.MostItems },
            KeyKind.Word => WordNode(key),
            KeyKind.Flag => new JsonObject { ["type"] = "boolean" },
            KeyKind.Number or KeyKind.WholeNumber => NumberNode(key),
            _ => TextNode(key),
        };
        foreach ((string name, JsonNode? value) in item)
        {
            node[name] = value?.DeepClone();
        }

        AddDefault(node, key);
        return node;
    }

    private static void AddDefault(JsonObject node, ConfigKey key)
    {
        if (!key.Facts.IsRequired && key.Facts.DefaultText is null && key.IsLeaf && key.Default is { } value)
        {
            node["default"] = value is Enum ? WordList.Of(value) : JsonSerializer.SerializeToNode(value);
        }
    }

    private static JsonObject Reference(ConfigKey key) => new() { ["$ref"] = $"#/$defs/{NameOf(key.ItemType!)}" };

    private static JsonObject List(JsonObject item) => new() { ["type"] = "array", ["items"] = item, ["maxItems"] = SettingsReader.MostItems };

    private static JsonObject TextNode(ConfigKey key) => new()
    {
        ["type"] = "string",
        ["minLength"] = 1,
        ["maxLength"] = double.IsNaN(key.Facts.Max) ? ScalarReader.LongestText : (int)key.Facts.Max,
    };

    private static JsonObject NumberNode(ConfigKey key)
    {
        JsonObject node = new() { ["type"] = key.Kind is KeyKind.Number or KeyKind.Numbers ? "number" : "integer" };
        if (!double.IsNaN(key.Min))
        {
            node["minimum"] = key.Min;
        }

        if (!double.IsNaN(key.Max))
        {
            node["maximum"] = key.Max;
        }

        return node;
    }

    /// <summary>The word "null" stands without quotes in a file, where an editor takes it for nothing.</summary>
    private static JsonObject WordNode(ConfigKey key) => new()
    {
        ["enum"] = new JsonArray([.. key.Words.Select(word => JsonValue.Create(word)), .. key.Words.Contains("null") ? new JsonNode?[] { null } : []]),
    };

    private static string NameOf(Type type)
    {
        string name = type.Name.EndsWith(GroupSuffix, StringComparison.Ordinal) ? type.Name[..^GroupSuffix.Length] : type.Name;
        return JsonNamingPolicy.SnakeCaseLower.ConvertName(name);
    }
}
