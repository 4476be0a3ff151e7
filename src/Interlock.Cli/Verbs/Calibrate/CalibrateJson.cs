using System.Text.Json;
using Interlock.Core.Diagnostics;
using Interlock.Core.Statistics;
using Interlock.Core.Text;
using Interlock.Guard.Calibration;
using Interlock.Guard.Calibration.Holdout;
using Interlock.Guard.Calibration.Report;

namespace Interlock.Cli.Verbs.Calibrate;

/// <summary>The machine form of a calibration.</summary>
internal static class CalibrateJson
{
    public static void Write(Utf8JsonWriter writer, CalibrationOutcome outcome, string contract, string calibration)
    {
        CalibrationReport report = outcome.Report;
        writer.WriteStartObject();
        writer.WriteNumber("alpha", report.Coverage.Alpha);
        writer.WriteString("guarantee", report.Coverage.Guarantee == CoverageGuarantee.Step ? "step" : "episode");
        writer.WriteBoolean("guaranteed", report.Coverage.Guaranteed);
        writer.WriteString("claim", report.Coverage.Words);
        writer.WriteStartObject("episodes");
        writer.WriteNumber("fit", report.FitEpisodes);
        writer.WriteNumber("calibration", report.CalibrationEpisodes);
        writer.WriteNumber("holdout", report.HoldoutEpisodes);
        writer.WriteNumber("smallest_calibration", report.SmallestCalibrationEpisodes);
        writer.WriteEndObject();
        WriteChannels(writer, report);
        WriteHoldout(writer, report);
        JsonNumber.Write(writer, "holdout_p_values", [.. report.HoldoutPValues]);
        WriteFourSigma(writer, report);
        WriteClaims(writer, report);
        WriteFindings(writer, report);
        writer.WriteStartObject("files");
        writer.WriteString("contract", contract);
        writer.WriteString("calibration", calibration);
        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    private static void WriteChannels(Utf8JsonWriter writer, CalibrationReport report)
    {
        writer.WriteStartArray("channels");
        foreach (ChannelReport channel in report.Channels)
        {
            writer.WriteStartObject();
            writer.WriteString("name", channel.Name);
            writer.WriteString("unit", channel.Unit);
            WriteOptional(writer, "min", channel.Min);
            WriteOptional(writer, "max", channel.Max);
            WriteOptional(writer, "max_step", channel.MaxStep);
            writer.WriteString("kind", JsonNamingPolicy.SnakeCaseLower.ConvertName(channel.Kind.ToString()));
            WriteProportion(writer, "holdout_coverage", channel.HoldoutCoverage);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void WriteHoldout(Utf8JsonWriter writer, CalibrationReport report)
    {
        writer.WriteStartObject("holdout");
        JsonNumber.Write(writer, "coverage", report.HoldoutCoverage.Value);
        WriteInterval(writer, "interval", report.HoldoutCoverage.Interval);
        JsonNumber.Write(writer, "velocity_exceedance", report.HoldoutVelocityExceedance.Value);
        WriteInterval(writer, "velocity_exceedance_interval", report.HoldoutVelocityExceedance.Interval);
        WriteProportion(writer, "step_coverage", report.HoldoutStepCoverage);
        WriteProportion(writer, "episode_coverage", report.HoldoutEpisodeCoverage);
        writer.WriteEndObject();
    }

    private static void WriteFourSigma(Utf8JsonWriter writer, CalibrationReport report)
    {
        writer.WriteStartObject("four_sigma");
        JsonNumber.Write(writer, "mean_width_ratio", report.FourSigma.MeanWidthRatio);
        JsonNumber.Write(writer, "coverage", report.FourSigma.HeuristicCoverage.Value);
        writer.WriteEndObject();
    }

    private static void WriteClaims(Utf8JsonWriter writer, CalibrationReport report)
    {
        writer.WriteStartArray("claims");
        foreach (ClaimReport claim in report.Claims)
        {
            writer.WriteStartObject();
            writer.WriteString("name", claim.Name);
            writer.WriteString("words", claim.Words);
            WriteOptional(writer, "claimed", claim.Claimed);
            JsonNumber.Write(writer, "achieved", claim.Achieved);
            WriteInterval(writer, "interval", claim.Interval);
            writer.WriteString("unit", claim.Unit);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void WriteFindings(Utf8JsonWriter writer, CalibrationReport report)
    {
        writer.WriteStartArray("findings");
        foreach (Diagnostic finding in report.Findings)
        {
            writer.WriteStartObject();
            writer.WriteString("code", finding.Code);
            writer.WriteString("severity", finding.Severity.ToString().ToLowerInvariant());
            writer.WriteString("message", finding.Message);
            writer.WriteString("hint", finding.Hint);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void WriteProportion(Utf8JsonWriter writer, string name, Proportion proportion)
    {
        writer.WriteStartObject(name);
        JsonNumber.Write(writer, "value", proportion.Value);
        WriteInterval(writer, "interval", proportion.Interval);
        writer.WriteEndObject();
    }

    private static void WriteInterval(Utf8JsonWriter writer, string name, Interval interval) =>
        JsonNumber.Write(writer, name, [interval.Low, interval.High]);

    private static void WriteOptional(Utf8JsonWriter writer, string name, double? value)
    {
        if (value is { } number)
        {
            JsonNumber.Write(writer, name, number);
        }
        else
        {
            writer.WriteNull(name);
        }
    }
}
