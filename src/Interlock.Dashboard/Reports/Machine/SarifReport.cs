using System.Text.Json;
using System.Text.Json.Nodes;
using Interlock.Dashboard.Reports.Facts;
using Interlock.Dashboard.Reports.Html;

namespace Interlock.Dashboard.Reports.Machine;

/// <summary>The report as SARIF 2.1.0: what the guard changed, what was stopped and what is wrong with a file, as results whose rules are the diagnostic codes.</summary>
internal static class SarifReport
{
    private const string Version = "2.1.0";

    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, NewLine = "\n" };

    public static string Write(ReportFacts facts)
    {
        SarifResult[] results = [.. facts.Episodes.SelectMany(SarifResult.Of), .. facts.Problems.Select(problem => SarifResult.Of(problem, problem.File ?? ""))];
        string[] rules = [.. results.Select(result => result.Code).Distinct().Order(StringComparer.Ordinal)];
        JsonObject driver = new()
        {
            ["name"] = "Interlock",
            ["rules"] = new JsonArray([.. rules.Select(Rule)]),
        };
        if (facts.SoftwareVersion.Length > 0)
        {
            driver["version"] = CleanText.Of(facts.SoftwareVersion);
        }

        JsonObject log = new()
        {
            ["version"] = Version,
            ["runs"] = new JsonArray(new JsonObject
            {
                ["tool"] = new JsonObject { ["driver"] = driver },
                ["columnKind"] = "utf16CodeUnits",
                ["results"] = new JsonArray([.. results.Select(result => result.ToJson(Array.IndexOf(rules, result.Code)))]),
            }),
        };
        return log.ToJsonString(Indented) + "\n";
    }

    // helpUri has to be an absolute address; the page is named by its path in the documentation.
    private static JsonNode Rule(string code)
    {
        JsonObject rule = new() { ["id"] = code };
        if (CodePage.Of(code) is { } page)
        {
            rule["help"] = new JsonObject { ["text"] = $"See {page}", ["markdown"] = $"[{code}]({page})" };
        }

        return rule;
    }
}
