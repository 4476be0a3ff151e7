using System.Buffers;
using System.Globalization;
using System.Text.Json;

namespace Interlock.ExecSpec.Signing.Trust;

/// <summary>Writes <c>revoked.json</c>.</summary>
internal static class RevocationWriter
{
    private static readonly JsonWriterOptions Options = new() { Indented = true, IndentSize = 2, NewLine = "\n" };

    public static byte[] Write(RevocationList list)
    {
        ArrayBufferWriter<byte> output = new();
        using (Utf8JsonWriter writer = new(output, Options))
        {
            writer.WriteStartObject();
            writer.WriteString("interlock", RevocationReader.Format);
            Write(writer, "keys", "fingerprint", list.Keys);
            Write(writer, "certificates", "sha256", list.Certificates);
            writer.WriteEndObject();
        }

        output.Write("\n"u8);
        return output.WrittenSpan.ToArray();
    }

    private static void Write(Utf8JsonWriter writer, string name, string digest, IReadOnlyList<Revocation> entries)
    {
        writer.WriteStartArray(name);
        foreach (Revocation entry in entries)
        {
            writer.WriteStartObject();
            writer.WriteString(digest, entry.Digest);
            writer.WriteString("reason", entry.Reason);
            writer.WriteString("at", entry.At.UtcDateTime.ToString(RevocationReader.TimeFormat, CultureInfo.InvariantCulture));
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }
}
