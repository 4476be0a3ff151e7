using System.Text.Json;
using Interlock.Guard.Alarms;

namespace Interlock.Guard.Calibration.Files;

/// <summary>Writes the alarms of a <c>*.calibration.json</c>.</summary>
internal static class AlarmWriter
{
    public static void Write(CalibrationText text, AlarmCalibration alarms)
    {
        Utf8JsonWriter json = text.Json;
        json.WriteStartObject("alarms");
        if (alarms.Cusum is { } cusum)
        {
            Cusum(json, cusum);
        }

        json.WriteStartArray("bands");
        foreach (FunctionalBand band in alarms.Bands)
        {
            Band(text, band);
        }

        json.WriteEndArray();
        Rules(text, alarms);
        if (alarms.EpisodeShift is { } shift)
        {
            json.WriteStartObject("episode_shift");
            json.WriteNumber("alpha", shift.Alpha);
            json.WriteString("monitor", shift.Monitor);
            text.Numbers("sorted_scores", shift.SortedScores);
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    private static void Cusum(Utf8JsonWriter json, CusumCalibration cusum)
    {
        json.WriteStartObject("cusum");
        json.WriteNumber("alpha", cusum.Alpha);
        json.WriteNumber("reference", cusum.Reference);
        json.WriteNumber("threshold", cusum.Threshold);
        json.WriteNumber("false_alarms_per_hour", cusum.FalseAlarmsPerHour);
        json.WriteNumber("rate_hz", cusum.RateHz);
        json.WriteNumber("in_control_rate", cusum.InControlRate);
        json.WriteEndObject();
    }

    private static void Band(CalibrationText text, FunctionalBand band)
    {
        text.Json.WriteStartObject();
        text.Json.WriteString("monitor", band.Monitor);
        text.Json.WriteString("worse_when", SnakeCase.Of(band.WorseWhen));
        text.Json.WriteNumber("window_steps", band.WindowSteps);
        text.Json.WriteNumber("bin_steps", band.BinSteps);
        text.Numbers("mean", band.Mean);
        text.Numbers("modulation", band.Modulation);
        text.Json.WriteEndObject();
    }

    private static void Rules(CalibrationText text, AlarmCalibration alarms)
    {
        text.Json.WriteStartArray("band_rules");
        foreach (BandRule rule in alarms.BandRules)
        {
            text.Json.WriteStartObject();
            text.Json.WriteString("name", rule.Name);
            text.Json.WriteNumber("alpha", rule.Alpha);
            text.Names("monitors", rule.Monitors);
            text.Json.WriteNumber("threshold", rule.Threshold);
            text.Json.WriteEndObject();
        }

        text.Json.WriteEndArray();
        text.Json.WriteStartArray("conjunctions");
        foreach (ConjunctionRule rule in alarms.Conjunctions)
        {
            text.Json.WriteStartObject();
            text.Json.WriteString("name", rule.Name);
            text.Json.WriteNumber("alpha", rule.Alpha);
            text.Json.WriteString("novel", rule.Novel);
            text.Json.WriteString("confused", rule.Confused);
            text.Json.WriteNumber("threshold", rule.Threshold);
            text.Json.WriteEndObject();
        }

        text.Json.WriteEndArray();
    }
}
