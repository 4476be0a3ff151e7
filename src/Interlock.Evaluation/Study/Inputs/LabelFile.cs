using System.Text.Json;

namespace Interlock.Evaluation.Study.Inputs;

/// <summary>Outcomes kept beside a step log: <c>{"episode": true | false, …}</c>.</summary>
/// <param name="File">The file as named.</param>
/// <param name="Outcomes">Success per episode name.</param>
/// <param name="ForSeveralLogs">True when it was named for every step log of the study, so that one log need not hold all its episodes.</param>
internal sealed record LabelFile(string File, IReadOnlyDictionary<string, bool> Outcomes, bool ForSeveralLogs)
{
    private const string SidecarSuffix = ".labels.json";

    public static bool IsSidecar(string file) => file.EndsWith(SidecarSuffix, StringComparison.Ordinal);

    /// <summary>The sidecar of a step log, null when there is none.</summary>
    public static LabelFile? Beside(string stepLog)
    {
        string sidecar = stepLog + SidecarSuffix;
        return System.IO.File.Exists(sidecar) ? Read(sidecar, forSeveralLogs: false) : null;
    }

    public static LabelFile Read(string file, bool forSeveralLogs) =>
        JsonInput.Guarded(new Findings(file), findings => Read(findings, forSeveralLogs));

    private static LabelFile Read(Findings findings, bool forSeveralLogs)
    {
        using JsonDocument document = JsonInput.ReadFile(findings);
        if (document.RootElement.ValueKind != JsonValueKind.Object)
        {
            throw findings.Fatal(
                StudyCode.BadLabels, "labels must be one object that maps each episode to true or false", hint: "{\"0\": true, \"1\": false}");
        }

        Dictionary<string, bool> outcomes = [];
        foreach (JsonProperty property in document.RootElement.EnumerateObject())
        {
            ReadOne(property, outcomes, findings);
        }

        findings.ThrowIfErrors();
        return new LabelFile(findings.File, outcomes, forSeveralLogs);
    }

    private static void ReadOne(JsonProperty property, Dictionary<string, bool> outcomes, Findings findings)
    {
        string episode = Names.OneLine(property.Name);
        if (property.Value.ValueKind is not (JsonValueKind.True or JsonValueKind.False))
        {
            findings.Error(StudyCode.BadLabels, $"a label must be true or false, not {Names.Excerpt(property.Value)}", episode);
        }
        else if (!outcomes.TryAdd(episode, property.Value.GetBoolean()))
        {
            findings.Error(StudyCode.BadLabels, "the episode is labelled twice", episode);
        }
    }
}
