using System.Text.Json;
using Interlock.Recording.Mcap.Records;

namespace Interlock.Cli.Verbs.Record;

/// <summary>A recording for machines.</summary>
internal static class RecordingInfoJson
{
    public static void Write(Utf8JsonWriter writer, RecordingInfo info)
    {
        writer.WriteStartObject();
        writer.WriteString("recording", info.Path);
        writer.WriteString("state", info.State);
        writer.WriteNumber("bytes", info.Bytes);
        writer.WriteNumber("messages", info.Messages);
        writer.WriteNumber("start_ns", info.StartNs);
        writer.WriteNumber("end_ns", info.EndNs);
        WriteFacts(writer, "run", info.Run);
        WriteFacts(writer, "end", info.End);
        writer.WriteStartArray("topics");
        foreach ((string topic, string schema, ulong count) in info.Topics)
        {
            writer.WriteStartObject();
            writer.WriteString("topic", topic);
            writer.WriteString("schema", schema);
            writer.WriteNumber("messages", count);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteStartArray("attachments");
        foreach (McapAttachmentIndex attachment in info.Attachments)
        {
            writer.WriteStartObject();
            writer.WriteString("name", attachment.Name);
            writer.WriteString("media_type", attachment.MediaType);
            writer.WriteNumber("bytes", attachment.DataSize);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteString("fault", info.Fault?.Code);
        writer.WriteEndObject();
    }

    private static void WriteFacts(Utf8JsonWriter writer, string name, IReadOnlyDictionary<string, string>? facts)
    {
        if (facts is null)
        {
            writer.WriteNull(name);
            return;
        }

        writer.WriteStartObject(name);
        foreach ((string key, string value) in facts.OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            writer.WriteString(key, value);
        }

        writer.WriteEndObject();
    }
}
