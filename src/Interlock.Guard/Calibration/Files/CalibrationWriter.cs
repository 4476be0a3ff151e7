using System.Text.Json;
using Interlock.Guard.Calibration.Models;

namespace Interlock.Guard.Calibration.Files;

/// <summary>Writes a <c>*.calibration.json</c>. The same calibration gives the same bytes.</summary>
public static class CalibrationWriter
{
    /// <summary>Writes to a stream, which stays open.</summary>
    public static void Write(GuardCalibration calibration, Stream output)
    {
        using (CalibrationText text = new(output))
        {
            text.Json.WriteStartObject();
            text.Json.WriteString("interlock", GuardCalibration.FormatTag);
            text.Json.WriteString("name", calibration.Name);
            text.Names("channels", calibration.Channels);
            Coverage(text, calibration.Coverage);
            Provenance(text, calibration.Provenance);
            Models(text, calibration.Models);
            AlarmWriter.Write(text, calibration.Alarms);
            text.Json.WriteEndObject();
        }

        output.WriteByte((byte)'\n');
    }

    /// <summary>The text of the file.</summary>
    public static string ToText(GuardCalibration calibration)
    {
        using MemoryStream buffer = new();
        Write(calibration, buffer);
        return System.Text.Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length);
    }

    private static void Coverage(CalibrationText text, CoverageStatement coverage)
    {
        text.Json.WriteStartObject("coverage");
        text.Json.WriteNumber("alpha", coverage.Alpha);
        text.Json.WriteString("guarantee", SnakeCase.Of(coverage.Guarantee));
        text.Json.WriteString("box", SnakeCase.Of(coverage.Box));
        text.Json.WriteBoolean("guaranteed", coverage.Guaranteed);
        text.Numbers("thresholds", coverage.Thresholds);
        text.Json.WriteString("words", coverage.Words);
        text.Json.WriteEndObject();
    }

    private static void Provenance(CalibrationText text, CalibrationProvenance provenance)
    {
        Utf8JsonWriter json = text.Json;
        json.WriteStartObject("provenance");
        json.WriteString("source", provenance.Source);
        json.WriteString("data_sha256", provenance.DataSha256);
        json.WriteString("options_sha256", provenance.OptionsSha256);
        json.WriteString("tool_version", provenance.ToolVersion);
        json.WriteNumber("seed", provenance.Seed);
        text.Numbers("fit_episodes", provenance.FitEpisodes);
        text.Numbers("calibration_episodes", provenance.CalibrationEpisodes);
        text.Numbers("holdout_episodes", provenance.HoldoutEpisodes);
        json.WriteEndObject();
    }

    private static void Models(CalibrationText text, MonitorModels models)
    {
        text.Json.WriteStartObject("models");
        if (models.Conformal is { } conformal)
        {
            Conformal(text, conformal);
        }

        if (models.Mahalanobis is { } mahalanobis)
        {
            text.Json.WriteStartObject("mahalanobis");
            text.Numbers("mean", mahalanobis.Mean);
            text.Numbers("whitening", mahalanobis.Whitening);
            text.Json.WriteNumber("shrinkage", mahalanobis.Shrinkage);
            text.Json.WriteEndObject();
        }

        MotionModels(text, models);
        text.Json.WriteEndObject();
    }

    private static void Conformal(CalibrationText text, ConformalModel model)
    {
        double[] finite = [.. model.SortedScores.Where(double.IsFinite)];
        text.Json.WriteStartObject("conformal");
        text.Numbers("mean", model.Mean);
        text.Numbers("scale", model.Scale);
        text.Numbers("sorted_scores", finite);
        text.Json.WriteNumber("unseen_scores", model.SortedScores.Length - finite.Length);
        text.Json.WriteEndObject();
    }

    private static void MotionModels(CalibrationText text, MonitorModels models)
    {
        if (models.LinearPredictability is { } predictability)
        {
            text.Json.WriteStartObject("linear_predictability");
            text.Numbers("slope", predictability.Slope);
            text.Numbers("intercept", predictability.Intercept);
            text.Numbers("error_scale", predictability.ErrorScale);
            text.Json.WriteEndObject();
        }

        if (models.Correlation is { } correlation)
        {
            text.Numbers("motion_correlation", correlation.Correlation);
        }

        if (models.Energy is { } energy)
        {
            text.Json.WriteStartObject("energy");
            text.Json.WriteNumber("mean", energy.Mean);
            text.Json.WriteNumber("standard_deviation", energy.StandardDeviation);
            text.Json.WriteEndObject();
        }

        if (models.StallMotionNorm is { } stall)
        {
            text.Json.WriteNumber("stall_motion_norm", stall);
        }

        if (models.MotionDeadBand is { } band)
        {
            text.Numbers("motion_dead_band", band);
        }
    }
}
