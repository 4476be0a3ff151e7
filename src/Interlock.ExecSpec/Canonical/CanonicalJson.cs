using System.Buffers;
using System.Security.Cryptography;
using System.Text.Json;
using Interlock.Core.Diagnostics;

namespace Interlock.ExecSpec.Canonical;

/// <summary>
/// The one byte form of a JSON value (RFC 8785, JSON Canonicalization Scheme): for equality, difference and caching. Signatures do not
/// need it; they are made over the bytes as they stand.
/// </summary>
public static class CanonicalJson
{
    /// <summary>Deepest nesting of arrays and objects that is accepted.</summary>
    public const int LargestDepth = 64;

    /// <summary>Canonical UTF-8 bytes of a JSON text.</summary>
    /// <param name="utf8">One JSON value in UTF-8 without a byte-order mark.</param>
    /// <param name="file">Where it came from, for messages.</param>
    /// <exception cref="DiagnosticException">EX204: not JSON, a duplicate key, a number beyond binary64, text that is not Unicode, or nested too deep.</exception>
    public static byte[] Canonicalise(ReadOnlyMemory<byte> utf8, string? file = null)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(utf8, new JsonDocumentOptions { MaxDepth = LargestDepth });
            return Canonicalise(document.RootElement, file);
        }
        catch (JsonException exception)
        {
            throw Refusal.Of($"the text is not JSON: {exception.Message}", file, (int?)exception.LineNumber + 1);
        }
    }

    /// <summary>Canonical UTF-8 bytes of a JSON value.</summary>
    /// <inheritdoc cref="Canonicalise(ReadOnlyMemory{byte}, string?)"/>
    public static byte[] Canonicalise(JsonElement element, string? file = null)
    {
        ArrayBufferWriter<byte> output = new();
        new CanonicalWriter(output, file).Write(element, depth: 0);
        return output.WrittenSpan.ToArray();
    }

    /// <summary>SHA-256 of the canonical bytes, 64 lower-case hexadecimal digits.</summary>
    /// <inheritdoc cref="Canonicalise(ReadOnlyMemory{byte}, string?)"/>
    public static string Sha256Hex(ReadOnlyMemory<byte> utf8, string? file = null) => Hex(Canonicalise(utf8, file));

    /// <summary>SHA-256 of the canonical bytes, 64 lower-case hexadecimal digits.</summary>
    /// <inheritdoc cref="Canonicalise(ReadOnlyMemory{byte}, string?)"/>
    public static string Sha256Hex(JsonElement element, string? file = null) => Hex(Canonicalise(element, file));

    private static string Hex(byte[] canonical) => Convert.ToHexStringLower(SHA256.HashData(canonical));
}
