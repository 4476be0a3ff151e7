using System.Text.Json;
using Interlock.Core.Diagnostics;

namespace Interlock.Cli.Verbs.Contract;

/// <summary>Findings about one file as JSON.</summary>
internal static class FindingsJson
{
    public static void Write(Utf8JsonWriter writer, string file, bool valid, IReadOnlyList<Diagnostic> findings)
    {
        writer.WriteStartObject();
        writer.WriteString("file", file);
        writer.WriteBoolean("valid", valid);
        WriteArray(writer, "findings", findings);
        writer.WriteEndObject();
    }

    public static void WriteArray(Utf8JsonWriter writer, string name, IReadOnlyList<Diagnostic> findings)
    {
        writer.WriteStartArray(name);
        foreach (Diagnostic item in findings)
        {
            writer.WriteStartObject();
            writer.WriteString("code", item.Code);
            writer.WriteString("severity", item.Severity.ToString().ToLowerInvariant());
            writer.WriteString("message", item.Message);
            WriteLine(writer, item.Place?.Line);
            writer.WriteString("key", item.Place?.Key);
            writer.WriteString("hint", item.Hint);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void WriteLine(Utf8JsonWriter writer, int? line)
    {
        if (line is { } number)
        {
            writer.WriteNumber("line", number);
        }
        else
        {
            writer.WriteNull("line");
        }
    }
}
