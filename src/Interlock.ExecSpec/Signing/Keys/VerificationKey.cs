using System.Security.Cryptography;
using Interlock.Core.Diagnostics;

namespace Interlock.ExecSpec.Signing.Keys;

/// <summary>A public ECDSA key. Immutable, free-threaded; two keys are equal when their fingerprints are.</summary>
public sealed class VerificationKey : IEquatable<VerificationKey>
{
    private const int ShortLength = 16;

    private readonly byte[] _subjectPublicKeyInfo;

    internal VerificationKey(byte[] subjectPublicKeyInfo, KeyCurve curve, string? name)
    {
        _subjectPublicKeyInfo = subjectPublicKeyInfo;
        Curve = curve;
        Name = name;
        Fingerprint = Convert.ToHexStringLower(SHA256.HashData(subjectPublicKeyInfo));
    }

    /// <summary>Curve and hash.</summary>
    public KeyCurve Curve { get; }

    /// <summary>Name of the file that it came from, without folder and extension; null when it came from none. For people only.</summary>
    public string? Name { get; }

    /// <summary>SHA-256 of the DER SubjectPublicKeyInfo, 64 lower-case hexadecimal digits.</summary>
    public string Fingerprint { get; }

    /// <summary>The first 16 digits of the fingerprint: to show, never to compare.</summary>
    public string ShortFingerprint => Fingerprint[..ShortLength];

    /// <summary>Reads a public key file (PEM, SubjectPublicKeyInfo).</summary>
    /// <exception cref="DiagnosticException">EX193 not ECDSA P-256 or P-384; EX195 the file cannot be used.</exception>
    public static VerificationKey ReadFile(string path) => PublicKeyFile.Read(path);

    /// <summary>Reads a public key (PEM, SubjectPublicKeyInfo).</summary>
    /// <inheritdoc cref="ReadFile(string)"/>
    public static VerificationKey ParsePem(string pem, string? file = null) => PublicKeyFile.Parse(pem, file);

    /// <summary>The key as PEM, SubjectPublicKeyInfo.</summary>
    public string ToPem() => PemEncoding.WriteString(KeyPem.PublicLabel, _subjectPublicKeyInfo) + "\n";

    /// <summary>Writes the key as PEM. A file that exists is never replaced.</summary>
    /// <exception cref="DiagnosticException">EX194: the file exists, or cannot be written.</exception>
    public void WriteFile(string path) => NewFile.Write(path, ToPem(), isSecret: false);

    /// <summary>Whether <paramref name="signature"/> (DER, RFC 3279) over <paramref name="data"/> was made by this key.</summary>
    public bool Verifies(ReadOnlySpan<byte> data, ReadOnlySpan<byte> signature)
    {
        using ECDsa algorithm = ECDsa.Create();
        algorithm.ImportSubjectPublicKeyInfo(_subjectPublicKeyInfo, out _);
        return algorithm.VerifyData(data, signature, CurveRules.HashOf(Curve), DSASignatureFormat.Rfc3279DerSequence);
    }

    /// <inheritdoc />
    public bool Equals(VerificationKey? other) => other is not null && other.Fingerprint == Fingerprint;

    /// <inheritdoc />
    public override bool Equals(object? obj) => Equals(obj as VerificationKey);

    /// <inheritdoc />
    public override int GetHashCode() => Fingerprint.GetHashCode(StringComparison.Ordinal);

    /// <summary>Name and short fingerprint.</summary>
    public override string ToString() => Name is null ? ShortFingerprint : $"{Name} ({ShortFingerprint})";
}
