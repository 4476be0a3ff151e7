using System.Text.Json;
using Interlock.Runtime.Configuration.Effective;

namespace Interlock.Cli.Verbs.Config;

/// <summary>Keys as JSON.</summary>
internal static class ConfigJson
{
    public static void Write(Utf8JsonWriter writer, string file, IReadOnlyList<EffectiveEntry> entries)
    {
        writer.WriteStartObject();
        writer.WriteString("file", file);
        writer.WriteStartArray("keys");
        foreach (EffectiveEntry entry in entries)
        {
            Write(writer, entry);
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, EffectiveEntry entry)
    {
        writer.WriteStartObject();
        writer.WriteString("path", entry.Path);
        writer.WritePropertyName("value");
        JsonSerializer.Serialize(writer, entry.Value);
        writer.WriteString("origin", entry.Origin);
        writer.WriteBoolean("is_stated", entry.IsStated);
        writer.WriteString("default", entry.Default);
        writer.WriteString("range", entry.Range);
        writer.WriteString("unit", entry.Unit);
        writer.WriteString("doc", entry.Doc);
        writer.WriteEndObject();
    }
}
