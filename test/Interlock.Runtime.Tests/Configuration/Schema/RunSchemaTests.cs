using System.Text.Json;
using System.Xml.Linq;
using Interlock.Core.Diagnostics;
using Interlock.Runtime.Configuration;
using Interlock.Runtime.Configuration.Keys;
using Interlock.Runtime.Configuration.Schema;
using Interlock.Runtime.Configuration.Settings;

namespace Interlock.Runtime.Tests.Configuration.Schema;

/// <summary>Schema, reader and XML documentation describe one format.</summary>
public sealed class RunSchemaTests
{
    private static readonly string SchemaPath = Path.Combine(SharedFiles.RepositoryRoot, "docs", "schema", "run-v1.json");

    /// <summary>INTERLOCK_ACCEPT=1 writes the present schema.</summary>
    [Fact]
    public void The_published_schema_is_that_of_the_reader()
    {
        if (Environment.GetEnvironmentVariable("INTERLOCK_ACCEPT") == "1")
        {
            File.WriteAllText(SchemaPath, RunSchema.Text());
        }

        Assert.Equal(File.ReadAllText(SchemaPath).ReplaceLineEndings("\n"), RunSchema.Text());
    }

    [Fact]
    public void Every_key_of_the_published_schema_is_known_to_the_reader_and_the_other_way_round()
    {
        JsonElement schema = JsonDocument.Parse(File.ReadAllText(SchemaPath)).RootElement;
        string[] published = [.. Paths(schema, schema, "").Order(StringComparer.Ordinal)];
        Assert.Equal(Paths(KeyGroup.Of(typeof(RunSettings)), "").Append("interlock").Order(StringComparer.Ordinal), published);
        foreach (string path in published)
        {
            Assert.DoesNotContain("RT006", ExampleRun.Parse(ExampleRun.Minimal, $"{path.Replace("[]", "[0]", StringComparison.Ordinal)}=0").Findings.Select(item => item.Code));
        }
    }

    [Fact]
    public void The_reader_takes_the_ends_of_every_range_and_nothing_beyond_them()
    {
        foreach (ConfigKey key in Ranged(KeyGroup.Of(typeof(RunSettings)), "").Select(item => item.Key).Distinct())
        {
            Assert.True(key.Min < key.Max, key.Name);
        }

        foreach ((string path, ConfigKey key) in Ranged(KeyGroup.Of(typeof(RunSettings)), ""))
        {
            Assert.DoesNotContain("RT012", CodesOf(path, key.Min));
            Assert.DoesNotContain("RT012", CodesOf(path, key.Max));
            Assert.Contains("RT012", CodesOf(path, key.Min - 1));
            Assert.Contains("RT012", CodesOf(path, key.Max + 1));
        }
    }

    [Fact]
    public void The_XML_documentation_of_every_key_says_what_the_schema_says()
    {
        XDocument xml = XDocument.Load(Path.ChangeExtension(typeof(RunSettings).Assembly.Location, ".xml"));
        Dictionary<string, string> summaries = xml.Descendants("member").ToDictionary(member => (string)member.Attribute("name")!, member => member.Element("summary")?.Value.Trim() ?? "");
        foreach (KeyGroup group in Groups())
        {
            foreach (ConfigKey key in group.Keys)
            {
                Assert.Equal(KeyWords.SentenceOf(key), summaries[$"P:{group.Type.FullName}.{PropertyOf(group, key)}"]);
            }
        }
    }

    private static string PropertyOf(KeyGroup group, ConfigKey key) =>
        group.Type.GetProperties().Single(property => JsonNamingPolicy.SnakeCaseLower.ConvertName(property.Name) == key.Name).Name;

    private static IEnumerable<KeyGroup> Groups()
    {
        HashSet<KeyGroup> seen = [];
        Queue<KeyGroup> next = new([KeyGroup.Of(typeof(RunSettings))]);
        while (next.TryDequeue(out KeyGroup? group))
        {
            if (seen.Add(group))
            {
                group.Keys.Select(key => key.ItemType).OfType<Type>().ToList().ForEach(type => next.Enqueue(KeyGroup.Of(type)));
            }
        }

        return seen;
    }

    private static IEnumerable<(string Path, ConfigKey Key)> Ranged(KeyGroup group, string prefix) => group.Keys.SelectMany(key =>
        key.Kind is KeyKind.Number or KeyKind.WholeNumber && !double.IsNaN(key.Facts.Min) ? [(prefix + key.Name, key)]
        : key.Kind == KeyKind.Group ? Ranged(KeyGroup.Of(key.ItemType!), $"{prefix}{key.Name}.")
        : Enumerable.Empty<(string, ConfigKey)>());

    private static string[] CodesOf(string path, double value) =>
        [.. ExampleRun.Parse(ExampleRun.Minimal, FormattableString.Invariant($"{path}={value:0.################}")).Findings.Where(item => item.Severity == DiagnosticSeverity.Error).Select(item => item.Code)];

    private static IEnumerable<string> Paths(KeyGroup group, string prefix) => group.Keys.SelectMany(key =>
    {
        string path = prefix + key.Name + (key.Kind == KeyKind.Groups ? "[]" : "");
        return key.ItemType is null || key.Name == "members" ? [path] : Paths(KeyGroup.Of(key.ItemType), $"{path}.").Prepend(path);
    });

    private static IEnumerable<string> Paths(JsonElement schema, JsonElement group, string prefix)
    {
        foreach (JsonProperty property in group.GetProperty("properties").EnumerateObject())
        {
            bool isList = property.Value.TryGetProperty("items", out JsonElement items) && items.TryGetProperty("$ref", out _);
            JsonElement holder = isList ? items : property.Value;
            string path = prefix + property.Name + (isList ? "[]" : "");
            yield return path;
            if (holder.TryGetProperty("$ref", out JsonElement reference) && property.Name != "members")
            {
                foreach (string inner in Paths(schema, schema.GetProperty("$defs").GetProperty(reference.GetString()!.Split('/')[^1]), $"{path}."))
                {
                    yield return inner;
                }
            }
        }
    }
}
