using System.Security.Cryptography;

namespace Interlock.ExecSpec.Signing.Keys;

/// <summary>Labels of PEM blocks and the one block of a key file.</summary>
internal static class KeyPem
{
    public const string PublicLabel = "PUBLIC KEY";
    public const string PrivateLabel = "PRIVATE KEY";
    public const string EncryptedLabel = "ENCRYPTED PRIVATE KEY";

    /// <summary>Labels of all blocks, in order.</summary>
    public static IReadOnlyList<string> LabelsOf(ReadOnlySpan<char> text)
    {
        List<string> labels = [];
        while (PemEncoding.TryFind(text, out PemFields fields))
        {
            labels.Add(text[fields.Label].ToString());
            text = text[fields.Location.End..];
        }

        return labels;
    }

    /// <summary>The bytes of the first block.</summary>
    public static byte[] FirstBlock(ReadOnlySpan<char> text)
    {
        PemFields fields = PemEncoding.Find(text);
        byte[] bytes = new byte[fields.DecodedDataLength];
        return Convert.TryFromBase64Chars(text[fields.Base64Data], bytes, out int written)
            ? bytes[..written]
            : throw new InvalidOperationException("A PEM block that was found does not decode.");
    }
}
