using System.Text.Json;
using Interlock.Core.Diagnostics;

namespace Interlock.ExecSpec.Signing.Envelopes;

/// <summary>Reads the JSON form of an envelope.</summary>
internal static class EnvelopeReader
{
    private const int LargestDepth = 32;
    private const int LongestKeyId = 1024;

    private static readonly JsonDocumentOptions Options = new() { MaxDepth = LargestDepth, AllowDuplicateProperties = false };

    public static DsseEnvelope Read(ReadOnlyMemory<byte> utf8, string? file)
    {
        if (utf8.Length > DsseEnvelope.LargestFile)
        {
            throw Refused($"the envelope has {utf8.Length} bytes, at most {DsseEnvelope.LargestFile} are read", file);
        }

        try
        {
            using JsonDocument document = JsonDocument.Parse(utf8, Options);
            return Read(document.RootElement, file);
        }
        catch (JsonException exception)
        {
            throw Refused($"the envelope is not JSON: {exception.Message}", file, line: (int?)exception.LineNumber + 1);
        }
        catch (InvalidOperationException)
        {
            throw Refused("the envelope holds text that is not Unicode", file);
        }
    }

    /// <summary>Reads an envelope that is part of a larger document.</summary>
    public static DsseEnvelope Read(JsonElement root, string? file)
    {
        if (root.ValueKind != JsonValueKind.Object)
        {
            throw Refused("the envelope is not a JSON object", file);
        }

        string payloadType = Text(root, "payloadType", file);
        if (payloadType.Length is 0 or > DsseEnvelope.LongestPayloadType)
        {
            throw Refused($"payloadType has {payloadType.Length} characters, expected 1 to {DsseEnvelope.LongestPayloadType}", file, "payloadType");
        }

        return DsseEnvelope.Of(payloadType, Bytes(root, "payload", "payload", file), Signatures(root, file));
    }

    private static DsseSignature[] Signatures(JsonElement root, string? file)
    {
        if (!root.TryGetProperty("signatures", out JsonElement list) || list.ValueKind != JsonValueKind.Array)
        {
            throw Refused("the envelope has no list of signatures", file, "signatures");
        }

        int count = list.GetArrayLength();
        return count <= DsseEnvelope.MostSignatures
            ? [.. list.EnumerateArray().Select((item, index) => Signature(item, $"signatures[{index}]", file))]
            : throw Refused($"the envelope has {count} signatures, at most {DsseEnvelope.MostSignatures} are read", file, "signatures");
    }

    private static DsseSignature Signature(JsonElement item, string key, string? file)
    {
        if (item.ValueKind != JsonValueKind.Object)
        {
            throw Refused("a signature is not a JSON object", file, key);
        }

        byte[] bytes = Bytes(item, "sig", $"{key}.sig", file);
        if (!item.TryGetProperty("keyid", out JsonElement keyId) || keyId.ValueKind == JsonValueKind.Null)
        {
            return new DsseSignature(null, bytes);
        }

        return keyId.ValueKind == JsonValueKind.String && keyId.GetString() is { Length: <= LongestKeyId } text
            ? new DsseSignature(text.Length == 0 ? null : text, bytes)
            : throw Refused($"keyid is not a text of at most {LongestKeyId} characters", file, $"{key}.keyid");
    }

    private static byte[] Bytes(JsonElement item, string name, string key, string? file) =>
        Base64Text.Decode(Text(item, name, file, key)) ?? throw Refused($"{name} is not base64", file, key);

    private static string Text(JsonElement item, string name, string? file, string? key = null) =>
        item.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.String
            ? value.GetString()!
            : throw Refused($"{name} is missing or is not a text", file, key ?? name);

    private static DiagnosticException Refused(string message, string? file, string? key = null, int? line = null) =>
        new(SigningCodes.EnvelopeUnreadable, message, new SourcePlace(file, line, key), "expected a DSSE envelope, as interlock certify writes it");
}
