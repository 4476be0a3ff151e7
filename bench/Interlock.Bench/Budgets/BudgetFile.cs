using System.Text.Json;

namespace Interlock.Bench.Budgets;

/// <summary>Reads <c>bench/budgets.json</c>, looked for upwards from the working folder.</summary>
internal sealed record BudgetFile(double DevelopmentBaselineNs, IReadOnlyList<Budget> Budgets)
{
    private const string RelativePath = "bench/budgets.json";

    public static BudgetFile Load()
    {
        using JsonDocument document = JsonDocument.Parse(File.ReadAllText(Find()));
        JsonElement root = document.RootElement;
        return new BudgetFile(
            root.GetProperty("baseline").GetProperty("development_ns").GetDouble(),
            [.. root.GetProperty("budgets").EnumerateArray().Select(Read)]);
    }

    private static Budget Read(JsonElement item) => new(
        item.GetProperty("name").GetString()!,
        item.GetProperty("limit").GetDouble(),
        item.GetProperty("unit").GetString()!,
        item.GetProperty("scales").GetBoolean());

    private static string Find()
    {
        for (DirectoryInfo? folder = new(Directory.GetCurrentDirectory()); folder is not null; folder = folder.Parent)
        {
            string path = Path.Combine(folder.FullName, RelativePath);
            if (File.Exists(path))
            {
                return path;
            }
        }

        throw new FileNotFoundException($"No {RelativePath} above the working folder.");
    }
}
