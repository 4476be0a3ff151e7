using System.Security.Cryptography;
using Interlock.Core.Diagnostics;

namespace Interlock.ExecSpec.Signing.Keys;

/// <summary>Private keys as PEM, PKCS#8.</summary>
internal static class PrivateKeyPem
{
    /// <summary>Rounds of PBKDF2 with SHA-256 that OWASP's password storage guidance asks for (2023).</summary>
    private const int PassphraseRounds = 600_000;

    private static readonly PbeParameters Encryption = new(PbeEncryptionAlgorithm.Aes256Cbc, HashAlgorithmName.SHA256, PassphraseRounds);

    public static string Write(ECDsa algorithm, ReadOnlySpan<char> passphrase) =>
        (passphrase.IsEmpty
            ? algorithm.ExportPkcs8PrivateKeyPem()
            : algorithm.ExportEncryptedPkcs8PrivateKeyPem(passphrase, Encryption)) + "\n";

    public static SigningKey Parse(ReadOnlySpan<char> pem, ReadOnlySpan<char> passphrase, string? file)
    {
        IReadOnlyList<string> labels = KeyPem.LabelsOf(pem);
        ECDsa algorithm = ECDsa.Create();
        try
        {
            Import(algorithm, labels, KeyBlock(pem, labels), passphrase, file);
            return Own(algorithm, file);
        }
        catch
        {
            algorithm.Dispose();
            throw;
        }
    }

    /// <summary>Takes over a key pair; refuses one that is not on a known curve.</summary>
    public static SigningKey Own(ECDsa algorithm, string? file)
    {
        byte[] encoded = algorithm.ExportSubjectPublicKeyInfo();
        KeyCurve curve = CurveRules.CurveOf(encoded) ?? throw Unsupported(file);
        string? name = file is null ? null : Path.GetFileNameWithoutExtension(file);
        return new SigningKey(algorithm, new VerificationKey(encoded, curve, name));
    }

    private static byte[] KeyBlock(ReadOnlySpan<char> pem, IReadOnlyList<string> labels) => labels.Count == 1 ? KeyPem.FirstBlock(pem) : [];

    private static void Import(ECDsa algorithm, IReadOnlyList<string> labels, byte[] block, ReadOnlySpan<char> passphrase, string? file)
    {
        try
        {
            switch (labels)
            {
                case [KeyPem.PrivateLabel]:
                    algorithm.ImportPkcs8PrivateKey(block, out _);
                    break;
                case [KeyPem.EncryptedLabel]:
                    ImportEncrypted(algorithm, block, passphrase, file);
                    break;
                default:
                    throw Unreadable(labels, file);
            }
        }
        catch (CryptographicException)
        {
            throw Unsupported(file);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(block);
        }
    }

    private static void ImportEncrypted(ECDsa algorithm, byte[] block, ReadOnlySpan<char> passphrase, string? file)
    {
        if (passphrase.IsEmpty)
        {
            throw Locked("the private key is encrypted and no passphrase was given", file);
        }

        if (!EncryptionCost.IsBearable(block))
        {
            throw Locked("the private key is encrypted in a way that is not read: expected PBES2 with PBKDF2 and at most "
                + $"{EncryptionCost.MostRounds} rounds", file);
        }

        try
        {
            algorithm.ImportEncryptedPkcs8PrivateKey(passphrase, block, out _);
        }
        catch (CryptographicException)
        {
            throw Locked("the passphrase does not open the private key", file);
        }
    }

    private static DiagnosticException Locked(string message, string? file) =>
        new(SigningCodes.PassphraseNeeded, message, new SourcePlace(file));

    private static DiagnosticException Unsupported(string? file) => new(
        SigningCodes.UnsupportedKey,
        "the key is not an ECDSA key on P-256 or P-384",
        new SourcePlace(file),
        "make keys with interlock certify keygen");

    private static DiagnosticException Unreadable(IReadOnlyList<string> labels, string? file) => new(
        SigningCodes.PrivateKeyUnreadable,
        labels.Count == 0 ? "there is no PEM block" : $"the file holds '{string.Join("', '", labels)}', expected one '{KeyPem.PrivateLabel}'",
        new SourcePlace(file),
        "PKCS#8 is read; openssl pkcs8 -topk8 converts other forms");
}
