using System.Text.Json;
using Interlock.Core.Text;

namespace Interlock.Evaluation.Study.Inputs;

/// <summary>Takes one line of a step log apart.</summary>
internal static class StepLine
{
    /// <summary>Name and number of the step; null, with a finding, when the line has none.</summary>
    public static (string Episode, int Step)? Identity(JsonElement line, Findings findings, int number)
    {
        JsonFields fields = new(line, findings, "$", number);
        int before = findings.Count;
        string? episode = fields.Label("episode");
        int? step = fields.Count("step", StudyCode.BadStepLine);
        if (episode is not null && step is { } index)
        {
            return (episode, index);
        }

        if (findings.Count == before)
        {
            findings.Error(StudyCode.BadStepLine, "a step needs \"episode\" (name or number) and \"step\" (0, 1, 2, …)", line: number);
        }

        return null;
    }

    /// <summary>Whether a limit was broken on this step; null when the line does not say.</summary>
    public static bool? Violated(JsonElement line)
    {
        bool? verdict = line.TryGetProperty("verdict", out JsonElement word) && word.ValueKind == JsonValueKind.String
            ? !word.ValueEquals("pass")
            : null;
        return line.TryGetProperty("interventions", out JsonElement list) && list.ValueKind == JsonValueKind.Array
            ? verdict is true || list.GetArrayLength() > 0
            : verdict;
    }

    /// <summary>The raw action; null when the line has none or it is not a list of numbers.</summary>
    public static double[]? Raw(JsonElement line)
    {
        if (!line.TryGetProperty("raw", out JsonElement raw) || raw.ValueKind != JsonValueKind.Array)
        {
            return null;
        }

        double?[] values = [.. raw.EnumerateArray().Select(JsonNumber.Read)];
        return Array.Exists(values, value => value is null) ? null : [.. values.Select(value => value!.Value)];
    }

    public static IEnumerable<(string Name, double Value)> Monitors(JsonElement line, Findings findings, int number)
    {
        if (!line.TryGetProperty("monitors", out JsonElement monitors) || monitors.ValueKind != JsonValueKind.Object)
        {
            yield break;
        }

        foreach (JsonProperty property in monitors.EnumerateObject())
        {
            string name = Names.OneLine(property.Name);
            double? value = property.Value.ValueKind == JsonValueKind.Null ? double.NaN : JsonNumber.Read(property.Value);
            if (value is null)
            {
                findings.Error(
                    StudyCode.BadValue, $"a monitor must be a number, not {Names.Excerpt(property.Value)}", $"monitors.{name}", number);
            }

            yield return (name, value ?? double.NaN);
        }
    }
}
