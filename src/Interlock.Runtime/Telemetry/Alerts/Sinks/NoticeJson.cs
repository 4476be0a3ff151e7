using System.Text.Encodings.Web;
using System.Text.Json;
using Interlock.Core.Text;

namespace Interlock.Runtime.Telemetry.Alerts.Sinks;

/// <summary>A notice as one JSON object.</summary>
internal static class NoticeJson
{
    private static readonly JsonWriterOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <param name="notice">The notice.</param>
    /// <param name="text">Its line, escaped as the reader needs it.</param>
    public static byte[] Of(AlertNotice notice, string text)
    {
        using MemoryStream stream = new();
        using (Utf8JsonWriter writer = new(stream, Readable))
        {
            writer.WriteStartObject();
            writer.WriteString("text", text);
            writer.WriteString("time", notice.Utc.UtcDateTime);
            writer.WriteString("source", notice.Source);
            writer.WriteString("level", EnumWord.Of(notice.Alert.Level));
            writer.WriteString("code", notice.Alert.Code);
            writer.WriteString("channel", notice.Alert.Channel);
            writer.WriteNumber("count", notice.Alert.Count);
            writer.WriteNumber("within_s", notice.WithinS);
            writer.WriteNumber("suppressed", notice.Suppressed);
            writer.WriteEndObject();
        }

        return stream.ToArray();
    }
}
