using System.Text.Json;
using Interlock.Core.Episodes;
using Interlock.Core.Text;
using Interlock.Datasets.Inspection;

namespace Interlock.Cli.Verbs.Info;

/// <summary>What is in a dataset, as JSON.</summary>
internal static class InfoJson
{
    public static void Write(Utf8JsonWriter writer, DatasetInspection inspection)
    {
        EpisodeSourceDescription source = inspection.Description;
        writer.WriteStartObject();
        writer.WriteString("location", source.Location);
        writer.WriteString("format", source.Format);
        writer.WriteString("version", source.Version);
        writer.WriteString("robot", source.RobotType);
        writer.WriteNumber("episodes", inspection.Episodes);
        writer.WriteNumber("frames", inspection.Frames);
        WriteOptional(writer, "fps", source.RateHz);
        WriteTexts(writer, "channels", source.ActionChannels);
        WriteTexts(writer, "units", source.ActionUnits.Select(unit => unit.Symbol));
        WriteTexts(writer, "state_channels", source.StateChannels);
        WriteTexts(writer, "tasks", inspection.Tasks);
        WriteOptional(writer, "successes", inspection.Successes);
        writer.WriteStartArray("oddities");
        foreach (DatasetOddity oddity in inspection.Oddities)
        {
            writer.WriteStartObject();
            writer.WriteString("code", oddity.Code);
            writer.WriteString("message", oddity.Message);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void WriteTexts(Utf8JsonWriter writer, string name, IEnumerable<string> texts)
    {
        writer.WriteStartArray(name);
        foreach (string text in texts)
        {
            writer.WriteStringValue(text);
        }

        writer.WriteEndArray();
    }

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
