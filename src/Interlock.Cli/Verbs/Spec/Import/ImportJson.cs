using System.Text.Json;
using Interlock.Cli.Verbs.Contract;
using Interlock.Core.Text;
using Interlock.ExecSpec.Identity;
using Interlock.ExecSpec.Import;
using Interlock.ExecSpec.Specification;

namespace Interlock.Cli.Verbs.Spec.Import;

/// <summary>What was imported, as JSON.</summary>
internal static class ImportJson
{
    public static void Write(Utf8JsonWriter writer, SpecImport import, ImportedFiles files)
    {
        writer.WriteStartObject();
        writer.WriteString("ecosystem", import.Ecosystem);
        writer.WriteString("selected", import.Selected?.Unnormaliser.Key);
        writer.WriteStartArray("entries");
        foreach (ImportedEntry entry in import.Entries)
        {
            WriteEntry(writer, entry);
        }

        writer.WriteEndArray();
        WriteTexts(writer, "files_read", import.Files);
        WriteTexts(writer, "files_written", files.Paths);
        FindingsJson.WriteArray(writer, "findings", import.Findings);
        writer.WriteEndObject();
    }

    private static void WriteEntry(Utf8JsonWriter writer, ImportedEntry entry)
    {
        Normaliser? normaliser = entry.Spec?.Unnormaliser;
        writer.WriteStartObject();
        writer.WriteString("key", entry.Key);
        writer.WriteBoolean("usable", entry.IsUsable);
        writer.WriteString("scheme", normaliser is null ? null : EnumWord.Of(normaliser.Scheme));
        writer.WriteString("statistics_fingerprint", normaliser is null ? null : StatisticsFingerprint.Of(normaliser));
        WriteTexts(writer, "channels", entry.Spec?.Action.Channels.Select(channel => channel.Name) ?? []);
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
}
