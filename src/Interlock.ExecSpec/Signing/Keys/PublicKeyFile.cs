using System.Security.Cryptography;
using System.Text;
using Interlock.Core.Diagnostics;

namespace Interlock.ExecSpec.Signing.Keys;

/// <summary>Reads public keys.</summary>
internal static class PublicKeyFile
{
    /// <summary>Largest key file, in bytes; a P-384 key has some two hundred.</summary>
    public const int LargestFile = 16 << 10;

    public static VerificationKey Read(string path)
    {
        byte[] bytes = SmallFile.Read(path, LargestFile, SigningCodes.PublicKeyUnreadable);
        return Parse(Encoding.UTF8.GetString(bytes), path);
    }

    public static VerificationKey Parse(string pem, string? file)
    {
        IReadOnlyList<string> labels = KeyPem.LabelsOf(pem);
        if (labels is not [KeyPem.PublicLabel])
        {
            throw Refused(SigningCodes.PublicKeyUnreadable, Describe(labels), file);
        }

        using ECDsa algorithm = ECDsa.Create();
        try
        {
            byte[] block = KeyPem.FirstBlock(pem);
            algorithm.ImportSubjectPublicKeyInfo(block, out int used);
            byte[] encoded = algorithm.ExportSubjectPublicKeyInfo();
            return used == block.Length && CurveRules.CurveOf(encoded) is { } curve
                ? new VerificationKey(encoded, curve, file is null ? null : Path.GetFileNameWithoutExtension(file))
                : throw Unsupported(file);
        }
        catch (CryptographicException)
        {
            throw Unsupported(file);
        }
    }

    private static string Describe(IReadOnlyList<string> labels) => labels.Count switch
    {
        0 => "there is no PEM block",
        1 => $"the PEM block is a '{labels[0]}', expected '{KeyPem.PublicLabel}'",
        _ => $"there are {labels.Count} PEM blocks, expected one '{KeyPem.PublicLabel}'",
    };

    private static DiagnosticException Unsupported(string? file) =>
        Refused(SigningCodes.UnsupportedKey, "the key is not an ECDSA key on P-256 or P-384", file);

    private static DiagnosticException Refused(string code, string message, string? file) =>
        new(code, message, new SourcePlace(file), "make keys with interlock certify keygen");
}
