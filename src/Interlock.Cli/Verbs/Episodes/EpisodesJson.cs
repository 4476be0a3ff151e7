using System.Text.Json;
using Interlock.Recording.Episodes.Listing;
using Interlock.Cli.Verbs.Check;
using Interlock.Recording.Episodes;

namespace Interlock.Cli.Verbs.Episodes;

/// <summary>The list for machines.</summary>
internal static class EpisodesJson
{
    public static void Write(Utf8JsonWriter writer, string folder, int all, ListedRecording[] shown)
    {
        writer.WriteStartObject();
        writer.WriteString("folder", folder);
        writer.WriteNumber("recordings", all);
        writer.WriteStartArray("episodes");
        foreach (ListedRecording item in shown)
        {
            writer.WriteStartObject();
            writer.WriteString("file", item.Path);
            writer.WriteString("state", item.State);
            writer.WriteString("fault", item.Fault?.Code);
            writer.WriteString("fault_message", item.Fault?.Message);
            if (item.Entry is { } entry)
            {
                Write(writer, entry, item.Outcome);
            }

            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, RecordingEntry entry, string outcome)
    {
        writer.WriteString("run_id", entry.RunId);
        writer.WriteString("started_utc", entry.StartedUtc);
        writer.WriteString("task", entry.Task);
        writer.WriteString("policy", entry.Policy);
        writer.WriteString("robot", entry.Robot);
        writer.WriteString("certificate_level", entry.CertificateLevel);
        writer.WriteNumber("length_s", entry.Length.TotalSeconds);
        writer.WriteNumber("steps", entry.Steps);
        writer.WriteString("outcome", outcome);
        writer.WriteNumber("interventions", entry.Interventions);
        writer.WriteNumber("stops", entry.Stops);
        OptionalNumber.Write(writer, "worst_margin", entry.WorstMargin);
        writer.WriteStartArray("tags");
        foreach (string tag in entry.Notes.Tags)
        {
            writer.WriteStringValue(tag);
        }

        writer.WriteEndArray();
        writer.WriteString("note", entry.Notes.Note);
    }
}
