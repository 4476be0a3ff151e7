using System.Text.Json;
using Interlock.Evaluation.Study.Episodes;

namespace Interlock.Evaluation.Study.Inputs;

/// <summary>Reads one array of per-episode summaries: <c>{"success", "steps", …}</c> with the published monitors.</summary>
internal static class PublishedEpisodes
{
    private static readonly string[] ViolationCounts = ["bounds_violations", "velocity_violations"];

    public static LabelledPolicy? Read(string name, JsonElement array, Findings findings, string place)
    {
        if (array.GetArrayLength() == 0)
        {
            findings.Error(StudyCode.NoEpisodes, "there is no episode", place);
            return null;
        }

        JsonFields[] fields = [.. array.EnumerateArray().Select((item, index) => new JsonFields(item, findings, $"{place}[{index}]"))];
        LabelledEpisode[] episodes = [.. fields.Select((item, index) => ReadEpisode(item, index, findings))];
        return new LabelledPolicy(name, findings.File, episodes, ReadMonitors(fields, episodes, findings));
    }

    private static LabelledEpisode ReadEpisode(JsonFields fields, int index, Findings findings)
    {
        int before = findings.Count;
        bool? success = fields.Truth("success", StudyCode.NoLabel);
        int? steps = fields.Count("steps", StudyCode.BadSteps);
        if (findings.Count == before)
        {
            RequireBoth(fields, success, steps, findings);
        }

        return new LabelledEpisode(fields.Label("episode") ?? $"{index}", success ?? false, Math.Max(1, steps ?? 1), Violations(fields));
    }

    private static void RequireBoth(JsonFields fields, bool? success, int? steps, Findings findings)
    {
        if (success is null)
        {
            findings.Error(StudyCode.NoLabel, "the episode has no label: \"success\" is missing", fields.Place);
        }

        if (steps is null or 0)
        {
            findings.Error(StudyCode.BadSteps, "the episode has no length: \"steps\" is missing or 0", fields.Place);
        }
    }

    private static int? Violations(JsonFields fields)
    {
        int?[] counts = [.. ViolationCounts.Select(name => fields.Count(name, StudyCode.BadValue)).Where(count => count is not null)];
        return counts.Length == 0 ? null : (int)Math.Min(int.MaxValue, counts.Sum(count => (long)count!.Value));
    }

    private static List<MonitorColumn> ReadMonitors(JsonFields[] fields, LabelledEpisode[] episodes, Findings findings)
    {
        List<MonitorColumn> columns = [];
        foreach (PublishedMonitor monitor in PublishedMonitor.All)
        {
            MonitorColumn column = new(monitor.Name, monitor.Length, [.. fields.Select(monitor.ReadFrom)]);
            if (column.Values.Any(value => !double.IsNaN(value)))
            {
                columns.Add(column);
            }
        }

        MonitorColumn[] sums = [.. columns.Where(column => column.Length == LengthBehaviour.Accumulates)];
        columns.AddRange(sums.Select(column => column.PerStep(episodes)));
        columns.AddRange(OwnMonitors.Read(fields, [.. columns.Select(column => column.Name)], findings));
        return columns;
    }
}
