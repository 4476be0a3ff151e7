using System.Security.Cryptography;
using Interlock.Core.Diagnostics;

namespace Interlock.ExecSpec.Signing.Keys;

/// <summary>A private ECDSA key. Not thread-safe; dispose it as soon as it has signed.</summary>
public sealed class SigningKey : IDisposable
{
    private readonly ECDsa _algorithm;

    internal SigningKey(ECDsa algorithm, VerificationKey publicKey)
    {
        _algorithm = algorithm;
        PublicKey = publicKey;
    }

    /// <summary>The public half.</summary>
    public VerificationKey PublicKey { get; }

    /// <summary>Makes a new key from the system's cryptographic randomness.</summary>
    public static SigningKey Generate(KeyCurve curve = KeyCurve.P256) => PrivateKeyPem.Own(ECDsa.Create(CurveRules.ParametersOf(curve)), null);

    /// <summary>Reads a private key file (PEM, PKCS#8, plain or encrypted). On Unix the file must be readable by its owner alone.</summary>
    /// <param name="path">The file.</param>
    /// <param name="passphrase">For an encrypted key; empty for a plain one.</param>
    /// <exception cref="DiagnosticException">
    /// EX190 the file cannot be used; EX191 others may read it; EX192 passphrase missing or wrong; EX193 not ECDSA P-256 or P-384.
    /// </exception>
    public static SigningKey ReadFile(string path, ReadOnlySpan<char> passphrase = default) => PrivateKeyFile.Read(path, passphrase);

    /// <summary>Reads a private key (PEM, PKCS#8, plain or encrypted).</summary>
    /// <inheritdoc cref="ReadFile(string, ReadOnlySpan{char})"/>
    public static SigningKey ParsePem(ReadOnlySpan<char> pem, ReadOnlySpan<char> passphrase = default, string? file = null) =>
        PrivateKeyPem.Parse(pem, passphrase, file);

    /// <summary>Writes the key as PEM, PKCS#8, for its owner alone (mode 0600 on Unix). A file that exists is never replaced.</summary>
    /// <param name="path">The file.</param>
    /// <param name="passphrase">Encrypts the key (PBES2, AES-256, PBKDF2 with SHA-256); empty leaves it plain.</param>
    /// <exception cref="DiagnosticException">EX194: the file exists, or cannot be written.</exception>
    public void WriteFile(string path, ReadOnlySpan<char> passphrase = default) =>
        NewFile.Write(path, PrivateKeyPem.Write(_algorithm, passphrase), isSecret: true);

    /// <summary>Signs data: DER (RFC 3279).</summary>
    public byte[] Sign(ReadOnlySpan<byte> data) =>
        _algorithm.SignData(data, CurveRules.HashOf(PublicKey.Curve), DSASignatureFormat.Rfc3279DerSequence);

    /// <inheritdoc />
    public void Dispose() => _algorithm.Dispose();
}
