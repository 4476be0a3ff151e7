using System.Text.Json;
using Interlock.Core.Text;
using Interlock.Guard.Calibration.Report;

namespace Interlock.Cli.Verbs.Demo;

/// <summary>The demo's result as JSON; the same document goes to <c>--json</c> and into the folder.</summary>
internal static class DemoJson
{
    private const string FormatTag = "demo/1";

    public static void Write(Utf8JsonWriter writer, DemoResult result)
    {
        writer.WriteStartObject();
        writer.WriteString("interlock", FormatTag);
        writer.WriteNumber("seed", result.Options.Seed);
        writer.WriteNumber("rate_hz", result.RateHz);
        WriteDemonstrations(writer, result);
        writer.WriteStartArray("faults");
        foreach (FaultTrial trial in result.Trials)
        {
            WriteTrial(writer, trial);
        }

        writer.WriteEndArray();
        writer.WriteString("explanation", DemoStory.Of(result.Trials));
        writer.WriteString("folder", result.Options.Folder);
        writer.WriteStartArray("files");
        foreach (string name in result.Files)
        {
            writer.WriteStringValue(name);
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    /// <summary>True when the file was written by a demo.</summary>
    public static bool IsDemoSummary(string path)
    {
        if (!File.Exists(path))
        {
            return false;
        }

        try
        {
            using FileStream stream = File.OpenRead(path);
            using JsonDocument document = JsonDocument.Parse(stream);
            return document.RootElement.ValueKind == JsonValueKind.Object
                && document.RootElement.TryGetProperty("interlock", out JsonElement tag)
                && tag.ValueKind == JsonValueKind.String
                && tag.GetString() == FormatTag;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static void WriteDemonstrations(Utf8JsonWriter writer, DemoResult result)
    {
        writer.WriteStartObject("demonstrations");
        writer.WriteNumber("episodes", result.Demonstrations);
        writer.WriteNumber("steps", result.DemonstrationSteps);
        writer.WriteNumber("successes", result.SuccessfulDemonstrations);
        writer.WriteEndObject();
        writer.WriteStartArray("claims");
        foreach (ClaimReport claim in result.Claims)
        {
            WriteClaim(writer, claim);
        }

        writer.WriteEndArray();
    }

    private static void WriteClaim(Utf8JsonWriter writer, ClaimReport claim)
    {
        writer.WriteStartObject();
        writer.WriteString("name", claim.Name);
        writer.WriteString("claim", claim.Words);
        if (claim.Claimed is { } claimed)
        {
            JsonNumber.Write(writer, "claimed", claimed);
        }

        JsonNumber.Write(writer, "achieved", claim.Achieved);
        JsonNumber.Write(writer, "interval", [claim.Interval.Low, claim.Interval.High]);
        writer.WriteString("unit", claim.Unit);
        writer.WriteEndObject();
    }

    private static void WriteTrial(Utf8JsonWriter writer, FaultTrial trial)
    {
        writer.WriteStartObject();
        writer.WriteString("name", trial.Fault);
        writer.WriteString("summary", trial.Summary);
        JsonNumber.Write(writer, "onset_s", trial.OnsetS);
        WriteRun(writer, "without_guard", trial.Without);
        WriteRun(writer, "with_guard", trial.With);
        WriteAlarm(writer, trial);
        writer.WriteNumber("false_alarms_before_onset", trial.Reaction.FalseAlarms);
        writer.WriteNumber("changed_steps", trial.Reaction.ChangedSteps);
        writer.WriteString("verdict", trial.Reaction.Verdict);
        writer.WriteString("end", EnumWord.Of(trial.End));
        writer.WriteString("end_code", trial.EndCode);
        writer.WriteNumber("answers", trial.Answers);
        writer.WriteString("recording", DemoFiles.Recording(trial.Fault));
        writer.WriteEndObject();
    }

    public static void WriteRun(Utf8JsonWriter writer, string name, ArmRun run)
    {
        writer.WriteStartObject(name);
        JsonNumber.Write(writer, "peak_joint_speed_rad_per_s", run.PeakJointSpeedRadPerS);
        writer.WriteString("fastest_joint", run.FastestJoint);
        JsonNumber.Write(writer, "bound_excess_rad", run.BoundExcessRad);
        JsonNumber.Write(writer, "peak_force_n", run.PeakForceN);
        writer.WriteNumber("steps", run.Steps);
        writer.WriteBoolean("success", run.Success);
        writer.WriteEndObject();
    }

    private static void WriteAlarm(Utf8JsonWriter writer, FaultTrial trial)
    {
        if (trial.Reaction.FirstAlarm is not { } alarm)
        {
            writer.WriteNull("first_alarm");
            return;
        }

        writer.WriteStartObject("first_alarm");
        JsonNumber.Write(writer, "after_onset_s", trial.FirstAlarmS!.Value);
        writer.WriteString("code", alarm.Code);
        writer.WriteString("name", alarm.Name);
        writer.WriteEndObject();
    }
}
