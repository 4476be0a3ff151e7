using System.Text;
using System.Text.Json;
using Interlock.Core.Text;
using Interlock.Policies.Files;

namespace Interlock.Policies.Confidence;

/// <summary>Writes calibrations; numbers in the shortest form that reads back to the same bits.</summary>
internal static class CalibrationFileWriter
{
    public static string Write(ConfidenceCalibration calibration)
    {
        using MemoryStream bytes = new();
        using (Utf8JsonWriter writer = new(bytes, new JsonWriterOptions { Indented = true, NewLine = "\n" }))
        {
            writer.WriteStartObject();
            writer.WriteString(JsonFile.TagKey, ConfidenceCalibrationFile.FormatTag);
            writer.WriteString(CalibrationKeys.Claim, calibration.Claim);
            JsonNumber.Write(writer, CalibrationKeys.Alpha, calibration.Alpha);
            writer.WriteString(CalibrationKeys.Combination, CalibrationKeys.Bonferroni);
            writer.WriteNumber(CalibrationKeys.Episodes, calibration.EpisodeCount);
            WriteSettings(writer, calibration.Settings);
            writer.WriteStartArray(CalibrationKeys.Signals);
            foreach (SignalCalibration signal in calibration.Signals)
            {
                WriteSignal(writer, signal);
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        return Encoding.UTF8.GetString(bytes.ToArray()) + "\n";
    }

    private static void WriteSettings(Utf8JsonWriter writer, ConfidenceSettings settings)
    {
        JsonNumber.Write(writer, CalibrationKeys.ChannelSpans, [.. settings.ChannelSpans]);
        writer.WriteString(CalibrationKeys.Samples, EnumWord.Of(settings.Samples));
        writer.WriteString(CalibrationKeys.Overlap, EnumWord.Of(settings.Overlap));
        writer.WriteBoolean(CalibrationKeys.TokenEntropy, settings.TokenEntropy);
        if (settings.Reference is { } reference)
        {
            writer.WriteStartObject(CalibrationKeys.Reference);
            writer.WriteNumber(CalibrationKeys.Neighbours, reference.Neighbours);
            JsonNumber.Write(writer, CalibrationKeys.Mean, reference.Mean);
            JsonNumber.Write(writer, CalibrationKeys.Deviation, reference.Deviation);
            JsonNumber.Write(writer, CalibrationKeys.Factor, reference.Factor);
            JsonNumber.Write(writer, CalibrationKeys.Points, reference.Points);
            writer.WriteEndObject();
        }
    }

    private static void WriteSignal(Utf8JsonWriter writer, SignalCalibration signal)
    {
        writer.WriteStartObject();
        writer.WriteString(CalibrationKeys.Name, EnumWord.Of(signal.Signal));
        JsonNumber.Write(writer, CalibrationKeys.Threshold, signal.Threshold);
        JsonNumber.Write(writer, CalibrationKeys.EpisodeScores, [.. signal.EpisodeScores]);
        writer.WriteEndObject();
    }
}
