using System.Text.Json;
using Interlock.Core.Diagnostics;
using Interlock.Recording.Mcap.Recovery;

namespace Interlock.Cli.Verbs.Record;

/// <summary>A recovery for machines.</summary>
internal static class RecoveryJson
{
    public static void Write(Utf8JsonWriter writer, string path, string target, McapRecoveryReport report)
    {
        writer.WriteStartObject();
        writer.WriteString("recording", path);
        writer.WriteString("recovered", target);
        writer.WriteBoolean("was_complete", report.WasComplete);
        writer.WriteNumber("messages", report.Messages);
        writer.WriteNumber("unverified_messages", report.UnverifiedMessages);
        writer.WriteNumber("chunks", report.Chunks);
        writer.WriteNumber("attachments", report.Attachments);
        writer.WriteNumber("metadata", report.Metadata);
        if (report.MessagesMissing is { } missing)
        {
            writer.WriteNumber("messages_missing", missing);
        }
        else
        {
            writer.WriteNull("messages_missing");
        }

        writer.WriteNumber("loss_count", report.LossCount);
        writer.WriteStartArray("losses");
        foreach (Diagnostic loss in report.Losses)
        {
            writer.WriteStringValue(loss.Message);
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }
}
