using System.Text.Json;
using Interlock.Core.Text;
using Interlock.ExecSpec.Gate.Receipts;

namespace Interlock.Cli.Verbs.Demo.WrongKey;

/// <summary>The demo of a wrong key as JSON.</summary>
internal static class WrongKeyJson
{
    public static void Write(Utf8JsonWriter writer, WrongKeyResult result)
    {
        StartDecision decision = result.Decision;
        writer.WriteStartObject();
        writer.WriteString("interlock", "demo-wrong-key/1");
        writer.WriteNumber("seed", result.Seed);
        writer.WriteBoolean("started", result.Runs is not null);
        writer.WriteBoolean("gate_passed", decision.MayStart);
        writer.WriteString("certified_key", decision.CertifiedKey);
        writer.WriteString("loaded_key", decision.LoadedKey);
        JsonNumber.Write(writer, "drift_mean_abs", decision.Drift.MeanAbsolute);
        JsonNumber.Write(writer, "null_rad_per_s", decision.Drift.Null.RadPerS!.Value);
        writer.WriteString("null_joint", decision.Drift.Null.LargestJoint);
        writer.WriteStartObject("gate");
        ReceiptWriter.WriteDecision(writer, decision.Report);
        writer.WriteEndObject();
        if (result.Runs is { } runs)
        {
            WriteRuns(writer, runs);
        }

        writer.WriteEndObject();
    }

    private static void WriteRuns(Utf8JsonWriter writer, WrongKeyRuns runs)
    {
        DemoJson.WriteRun(writer, "certified", runs.Right);
        DemoJson.WriteRun(writer, "without_guard", runs.Without);
        DemoJson.WriteRun(writer, "with_guard", runs.With);
        JsonNumber.Write(writer, "tool_astray_without_guard_m", runs.DriftWithoutM);
        JsonNumber.Write(writer, "tool_astray_with_guard_m", runs.DriftWithM);
        writer.WriteNumber("changed_steps", runs.Reaction.ChangedSteps);
        writer.WriteString("verdict", runs.Reaction.Verdict);
        if (runs.Reaction.FirstAlarm is { } alarm)
        {
            writer.WriteStartObject("first_alarm");
            JsonNumber.Write(writer, "after_s", (alarm.Step + 1) / runs.RateHz);
            writer.WriteString("code", alarm.Code);
            writer.WriteString("name", alarm.Name);
            writer.WriteEndObject();
        }
        else
        {
            writer.WriteNull("first_alarm");
        }
    }
}
