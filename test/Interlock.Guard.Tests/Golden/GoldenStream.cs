using System.Text.Json;

namespace Interlock.Guard.Tests.Golden;

/// <summary>One recorded stream of the published toolkit.</summary>
internal sealed class GoldenStream
{
    private readonly JsonElement _root;

    private GoldenStream(JsonElement root) => _root = root;

    public JsonElement Root => _root;

    public int Dimension => _root.GetProperty("dims").GetInt32();

    public double[][] Actions => Rows(_root.GetProperty("actions"));

    public static IEnumerable<string> Names() =>
        Directory.EnumerateFiles(SharedFiles.PathOf("golden/safecontract"), "s*.json").Select(path => Path.GetFileNameWithoutExtension(path)).Order();

    public static GoldenStream Load(string name)
    {
        using JsonDocument document = JsonDocument.Parse(File.ReadAllText(SharedFiles.PathOf($"golden/safecontract/{name}.json")));
        return new GoldenStream(document.RootElement.Clone());
    }

    public JsonElement Run(string name) => _root.GetProperty("runs").GetProperty(name);

    public static double[][] Rows(JsonElement array) => [.. array.EnumerateArray().Select(Row)];

    public static double[] Row(JsonElement array) => [.. array.EnumerateArray().Select(Number)];

    public static double Number(JsonElement element) =>
        element.ValueKind == JsonValueKind.String
            ? double.Parse(element.GetString()!.Replace("Infinity", "∞", StringComparison.Ordinal), System.Globalization.CultureInfo.InvariantCulture)
            : element.GetDouble();
}
