using System.Security.Cryptography;
using Interlock.Core.Diagnostics;
using Interlock.ExecSpec.Signing.Envelopes;
using Interlock.ExecSpec.Signing.Keys;

namespace Interlock.ExecSpec.Signing;

/// <summary>
/// A DSSE 1.0 envelope: a payload, what it is, and who signed it. Reading one proves nothing; <see cref="DsseVerifier"/> does.
/// Immutable.
/// </summary>
public sealed class DsseEnvelope
{
    /// <summary>Largest envelope that is read, in bytes; a certificate has some ten kilobytes.</summary>
    public const int LargestFile = 16 << 20;

    /// <summary>Most signatures that an envelope may carry.</summary>
    public const int MostSignatures = 16;

    /// <summary>Longest payload type, in characters.</summary>
    public const int LongestPayloadType = 256;

    private readonly byte[] _payload;

    private DsseEnvelope(string payloadType, byte[] payload, IReadOnlyList<DsseSignature> signatures)
    {
        PayloadType = payloadType;
        _payload = payload;
        Signatures = signatures;
    }

    /// <summary>Media type or URI of the payload; signed with it.</summary>
    public string PayloadType { get; }

    /// <summary>The payload, unverified. What may be believed comes out of <see cref="DsseVerifier"/>.</summary>
    public ReadOnlyMemory<byte> Payload => _payload;

    /// <summary>The signatures in the order of the file; empty before anybody signed.</summary>
    public IReadOnlyList<DsseSignature> Signatures { get; }

    /// <summary>SHA-256 of the payload, 64 lower-case hexadecimal digits: what a revocation list calls a certificate.</summary>
    public string PayloadSha256 => Convert.ToHexStringLower(SHA256.HashData(_payload));

    /// <summary>An envelope that nobody signed yet.</summary>
    /// <param name="payloadType">Media type or URI, one that is particular to the application, at most <see cref="LongestPayloadType"/> characters.</param>
    /// <param name="payload">The payload; copied.</param>
    public static DsseEnvelope Create(string payloadType, ReadOnlySpan<byte> payload)
    {
        ArgumentException.ThrowIfNullOrEmpty(payloadType);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(payloadType.Length, LongestPayloadType);
        return new DsseEnvelope(payloadType, payload.ToArray(), []);
    }

    /// <summary>
    /// Reads the JSON form. Base64 may be standard or URL-safe; fields that DSSE does not know are ignored; a field given twice is refused.
    /// </summary>
    /// <param name="utf8">The file, at most <see cref="LargestFile"/> bytes.</param>
    /// <param name="file">Its name, for messages.</param>
    /// <exception cref="DiagnosticException">EX001: the envelope cannot be read.</exception>
    public static DsseEnvelope Read(ReadOnlyMemory<byte> utf8, string? file = null) => EnvelopeReader.Read(utf8, file);

    /// <summary>
    /// The envelope with one more signature, by <paramref name="key"/>. A signature that this key made before is replaced; one that only
    /// says so stays, because a key id is not signed and could name somebody else's.
    /// </summary>
    /// <exception cref="InvalidOperationException">The envelope has <see cref="MostSignatures"/> signatures.</exception>
    public DsseEnvelope SignedBy(SigningKey key)
    {
        byte[] signed = PreAuthenticationEncoding.Of(PayloadType, _payload);
        DsseSignature signature = new(key.PublicKey.Fingerprint, key.Sign(signed));
        DsseSignature[] others = [.. Signatures.Where(other => !key.PublicKey.Verifies(signed, other.Bytes.Span))];
        return others.Length < MostSignatures
            ? new DsseEnvelope(PayloadType, _payload, [.. others, signature])
            : throw new InvalidOperationException($"An envelope carries at most {MostSignatures} signatures.");
    }

    /// <summary>The JSON form in UTF-8: payload, payloadType, signatures with keyid and sig, base64 standard with padding.</summary>
    public byte[] ToJson() => EnvelopeWriter.Write(this);

    internal static DsseEnvelope Of(string payloadType, byte[] payload, IReadOnlyList<DsseSignature> signatures) =>
        new(payloadType, payload, signatures);
}
