using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Interlock.ExecSpec.Certificates.Statements;

/// <summary>Writes a statement: fixed order of keys, no white space, equal bytes for equal content.</summary>
internal static class StatementWriter
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static byte[] Write(string predicateType, IEnumerable<StatementSubject> subjects, Action<Utf8JsonWriter> predicate)
    {
        ArrayBufferWriter<byte> output = new();
        using (Utf8JsonWriter writer = new(output, Options))
        {
            writer.WriteStartObject();
            writer.WriteString("_type", StatementTypes.Statement);
            writer.WriteStartArray("subject");
            foreach (StatementSubject subject in subjects)
            {
                writer.WriteStartObject();
                writer.WriteString("name", subject.Name);
                WriteDigest(writer, "digest", subject.Sha256);
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
            writer.WriteString("predicateType", predicateType);
            writer.WriteStartObject("predicate");
            predicate(writer);
            writer.WriteEndObject();
            writer.WriteEndObject();
        }

        return output.WrittenSpan.ToArray();
    }

    public static void WriteDigest(Utf8JsonWriter writer, string name, string sha256)
    {
        writer.WriteStartObject(name);
        writer.WriteString("sha256", sha256);
        writer.WriteEndObject();
    }

    public static void WriteOptional(Utf8JsonWriter writer, string name, double? value)
    {
        if (value is { } number)
        {
            writer.WriteNumber(name, number);
        }
    }

    public static void WriteOptional(Utf8JsonWriter writer, string name, long? value)
    {
        if (value is { } number)
        {
            writer.WriteNumber(name, number);
        }
    }

    public static void WriteOptional(Utf8JsonWriter writer, string name, string? value)
    {
        if (value is not null)
        {
            writer.WriteString(name, value);
        }
    }

    public static void WriteNumbers(Utf8JsonWriter writer, string name, IReadOnlyList<double> values)
    {
        writer.WriteStartArray(name);
        foreach (double value in values)
        {
            writer.WriteNumberValue(value);
        }

        writer.WriteEndArray();
    }
}
