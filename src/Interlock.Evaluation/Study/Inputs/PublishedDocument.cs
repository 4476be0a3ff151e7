using System.Text.Json;

namespace Interlock.Evaluation.Study.Inputs;

/// <summary>
/// Reads one JSON document of results in any published shape: <c>results.{policy}.episodes[]</c>, <c>episodes[]</c>, or
/// <c>episodes.{no_contract, with_contract}[]</c>.
/// </summary>
internal static class PublishedDocument
{
    public static void Read(string file, StudyMaterial into) => JsonInput.Guarded(new Findings(file), findings =>
    {
        Read(findings, into);
        return into;
    });

    private static void Read(Findings findings, StudyMaterial into)
    {
        using JsonDocument document = JsonInput.ReadFile(findings);
        JsonFields root = new(document.RootElement, findings, "$");
        if (root.TryFind(["results"], out JsonElement results) && results.ValueKind == JsonValueKind.Object)
        {
            ReadPolicies(results, findings, into);
        }
        else if (root.TryFind(["episodes"], out JsonElement episodes) && episodes.ValueKind == JsonValueKind.Array)
        {
            Add(Names.OfFile(findings.File), episodes, findings, "episodes", into);
        }
        else if (episodes.ValueKind == JsonValueKind.Object)
        {
            into.Conditions.AddIfNotNull(PublishedConditions.Read(Names.OfFile(findings.File), episodes, findings));
        }
        else
        {
            throw Unknown(findings);
        }

        findings.ThrowIfErrors();
    }

    private static void ReadPolicies(JsonElement results, Findings findings, StudyMaterial into)
    {
        int found = 0;
        foreach (JsonProperty property in results.EnumerateObject())
        {
            if (property.Value.ValueKind == JsonValueKind.Object
                && property.Value.TryGetProperty("episodes", out JsonElement episodes)
                && episodes.ValueKind == JsonValueKind.Array)
            {
                found++;
                string name = Names.OneLine(property.Name);
                Add(name, episodes, findings, $"results.{name}.episodes", into);
            }
        }

        if (found == 0)
        {
            throw Unknown(findings);
        }
    }

    private static void Add(string name, JsonElement array, Findings findings, string place, StudyMaterial into) =>
        into.Policies.AddIfNotNull(PublishedEpisodes.Read(name, array, findings, place));

    private static void AddIfNotNull<T>(this List<T> list, T? item)
        where T : class
    {
        if (item is not null)
        {
            list.Add(item);
        }
    }

    private static Core.Diagnostics.DiagnosticException Unknown(Findings findings) => findings.Fatal(
        StudyCode.UnknownShape,
        "this JSON is not a study input: it has neither results.{policy}.episodes[] nor episodes[] nor episodes.{no_contract, with_contract}[]",
        hint: "docs/study.md shows every accepted shape; step logs end in .jsonl");
}
