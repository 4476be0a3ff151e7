using System.Text.Json;
using Interlock.Core.Text;
using Interlock.Evaluation.Substitution.Report;
using Interlock.ExecSpec.Drift;

namespace Interlock.Cli.Verbs.Spec.Replay;

/// <summary>The whole study as JSON: the fields of the evidence, then every row.</summary>
internal static class TableReplayJson
{
    public static void Write(Utf8JsonWriter writer, TableReplayResult result)
    {
        writer.WriteStartObject();
        writer.WriteString("interlock", "replay-study/1");
        ReplayEvidence.WriteFields(writer, result);
        JsonNumber.Write(writer, "full_deflection_rad", result.Options.FullDeflectionRad);
        WriteDrifts(writer, result.Drifts);
        writer.WriteStartArray("dropped_episodes");
        foreach (int episode in result.Whole.DroppedEpisodes)
        {
            writer.WriteNumberValue(episode);
        }

        writer.WriteEndArray();
        WriteRows(writer, "rows", result.Whole);
        writer.WriteStartObject("without_no_ops");
        writer.WriteNumber("removed_steps", result.WithoutNoOps.RemovedSteps);
        writer.WriteNumber("total_steps", result.WithoutNoOps.TotalSteps);
        writer.WriteNumber("valid", result.WithoutNoOps.Valid);
        WriteRows(writer, "rows", result.WithoutNoOps);
        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    private static void WriteDrifts(Utf8JsonWriter writer, IReadOnlyList<SpecDrift> drifts)
    {
        writer.WriteStartObject("drift");
        foreach (SpecDrift drift in drifts)
        {
            writer.WriteStartObject(drift.LoadedKey);
            JsonNumber.Write(writer, "drift_mean_abs", drift.MeanAbsolute);
            JsonNumber.Write(writer, "drift_worst", drift.Worst);
            JsonNumber.Write(writer, "null_rad_per_s", drift.Null.RadPerS!.Value);
            writer.WriteString("null_joint", drift.Null.LargestJoint);
            writer.WriteEndObject();
        }

        writer.WriteEndObject();
    }

    private static void WriteRows(Utf8JsonWriter writer, string name, SubstitutionReport report)
    {
        writer.WriteStartArray(name);
        foreach (SubstitutionRow row in report.Rows)
        {
            SubstitutionRowJson.Write(writer, row);
        }

        writer.WriteEndArray();
    }
}
