using System.Text.Json;
using Interlock.Evaluation.Study.Report;

namespace Interlock.Cli.Verbs.Study;

/// <summary>One monitor of the machine output.</summary>
internal static class MonitorJson
{
    public static void Write(Utf8JsonWriter writer, MonitorReport monitor)
    {
        writer.WriteStartObject();
        writer.WriteString("name", monitor.Name);
        writer.WriteNumberOrNull("auroc", monitor.Auroc);
        writer.WriteInterval("interval", monitor.Interval);
        writer.WriteNumberOrNull("p_value", monitor.PValue);
        writer.WriteNumber("excluded_episodes", monitor.Excluded);
        writer.WriteNumberOrNull("length_controlled_auroc", monitor.Controlled.Auroc);
        writer.WriteInterval("length_controlled_interval", monitor.Controlled.Interval);
        writer.WriteString("length_control", monitor.Controlled.Auroc is null ? null : NameOf(monitor.Controlled.Method));
        writer.WriteString("length_control_note", monitor.Controlled.Note);
        writer.WriteBoolean("no_better_than_length", monitor.NoBetterThanLength);
        writer.WriteInterval("auroc_minus_length_interval", monitor.VersusLength);
        writer.WriteList("length_controls", monitor.Controls, WriteControl);
        writer.WriteNumberOrNull("length_correlation_in_successes", monitor.Residual?.CorrelationInSuccesses);
        writer.WriteNumberOrNull("length_residual_auroc", monitor.Residual?.Auroc);
        writer.WriteString("role", monitor.Advice.Role.ToString().ToLowerInvariant());
        writer.WriteString("ground", JsonNamingPolicy.SnakeCaseLower.ConvertName(monitor.Advice.Ground.ToString()));
        writer.WriteString("reason", monitor.Advice.Reason);
        writer.WriteList("detection", monitor.Detections, WriteDetection);
        writer.WriteList("roc", monitor.Roc, WriteRocPoint);
        writer.WriteEndObject();
    }

    private static void WriteControl(Utf8JsonWriter writer, LengthControl control)
    {
        writer.WriteStartObject();
        writer.WriteString("method", NameOf(control.Method));
        writer.WriteNumberOrNull("auroc", control.Auroc);
        writer.WriteInterval("interval", control.Interval);
        writer.WriteString("note", control.Note);
        writer.WriteEndObject();
    }

    private static void WriteDetection(Utf8JsonWriter writer, DetectionReport detection)
    {
        writer.WriteStartObject();
        writer.WriteNumberOrNull("horizon_steps", detection.HorizonSteps);
        writer.WriteNumber("false_alarm_level", detection.FalseAlarmLevel);
        writer.WriteNumberOrNull("threshold", detection.Threshold);
        writer.WriteString("note", detection.Note);
        writer.WriteList("curve", detection.Curve, WritePoint);
        writer.WriteList("frontier", detection.Frontier, WriteFrontierPoint);
        writer.WriteEndObject();
    }

    private static void WritePoint(Utf8JsonWriter writer, DetectionPoint point)
    {
        writer.WriteStartObject();
        writer.WriteNumber("elapsed_fraction", point.ElapsedFraction);
        writer.WriteProportion("detected", point.Detected);
        writer.WriteEndObject();
    }

    private static void WriteFrontierPoint(Utf8JsonWriter writer, FrontierPoint point)
    {
        writer.WriteStartObject();
        writer.WriteNumberOrNull("threshold", point.Threshold);
        writer.WriteNumber("f1", point.F1);
        writer.WriteNumber("mean_detection_fraction", point.MeanDetectionFraction);
        writer.WriteEndObject();
    }

    private static void WriteRocPoint(Utf8JsonWriter writer, RocPoint point)
    {
        writer.WriteStartArray();
        writer.WriteNumberValue(point.FalseAlarmRate);
        writer.WriteNumberValue(point.DetectedShare);
        writer.WriteEndArray();
    }

    private static string NameOf(LengthControlMethod method) => JsonNamingPolicy.SnakeCaseLower.ConvertName(method.ToString());
}
