using System.Text.Json;
using Interlock.Evaluation.Study.Report;

namespace Interlock.Cli.Verbs.Study;

/// <summary>One policy of the machine output.</summary>
internal static class PolicyJson
{
    public static void Write(Utf8JsonWriter writer, PolicyReport policy)
    {
        writer.WriteStartObject();
        writer.WriteString("name", policy.Name);
        writer.WriteString("source", policy.Source);
        writer.WriteNumber("episodes", policy.Episodes);
        writer.WriteNumber("failures", policy.Failures);
        writer.WriteProportion("success", policy.Success);
        writer.WriteProportion("safe_success", policy.SafeSuccess);
        writer.WriteNumberOrNull("length_auroc", policy.Length.Auroc);
        writer.WriteInterval("length_interval", policy.Length.Interval);
        writer.WriteBoolean("length_separates", policy.Length.Separates);
        WriteRange(writer, "success_steps", policy.Length.Successes);
        WriteRange(writer, "failure_steps", policy.Length.Failures);
        writer.WriteList("monitors", policy.Monitors, MonitorJson.Write);
        WriteProfile(writer, policy);
        writer.WriteEndObject();
    }

    private static void WriteRange(Utf8JsonWriter writer, string name, LengthRange? range)
    {
        if (range is null)
        {
            writer.WriteNull(name);
            return;
        }

        writer.WriteStartObject(name);
        writer.WriteNumber("shortest", range.Shortest);
        writer.WriteNumber("mean", range.Mean);
        writer.WriteNumber("longest", range.Longest);
        writer.WriteEndObject();
    }

    private static void WriteProfile(Utf8JsonWriter writer, PolicyReport policy)
    {
        writer.WriteStartObject("recommended");
        foreach (MonitorRole role in Enum.GetValues<MonitorRole>())
        {
            writer.WriteList(
                role.ToString().ToLowerInvariant(),
                policy.Monitors.Where(monitor => monitor.Advice.Role == role),
                (list, monitor) => list.WriteStringValue(monitor.Name));
        }

        writer.WriteEndObject();
    }
}
