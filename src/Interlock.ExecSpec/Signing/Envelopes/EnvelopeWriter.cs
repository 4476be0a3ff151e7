using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Interlock.ExecSpec.Signing.Envelopes;

/// <summary>Writes the JSON form of an envelope.</summary>
internal static class EnvelopeWriter
{
    private static readonly JsonWriterOptions Options = new()
    {
        Indented = true,
        IndentSize = 2,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static byte[] Write(DsseEnvelope envelope)
    {
        ArrayBufferWriter<byte> output = new();
        using (Utf8JsonWriter writer = new(output, Options))
        {
            writer.WriteStartObject();
            writer.WriteString("payloadType", envelope.PayloadType);
            writer.WriteBase64String("payload", envelope.Payload.Span);
            writer.WriteStartArray("signatures");
            foreach (DsseSignature signature in envelope.Signatures)
            {
                Write(writer, signature);
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        output.Write("\n"u8);
        return output.WrittenSpan.ToArray();
    }

    private static void Write(Utf8JsonWriter writer, DsseSignature signature)
    {
        writer.WriteStartObject();
        if (signature.KeyId is { Length: > 0 } keyId)
        {
            writer.WriteString("keyid", keyId);
        }

        writer.WriteBase64String("sig", signature.Bytes.Span);
        writer.WriteEndObject();
    }
}
