using System.Formats.Asn1;

namespace Interlock.ExecSpec.Signing.Keys;

/// <summary>How long an encrypted key would make us work: a hostile file can ask for hours of PBKDF2.</summary>
internal static class EncryptionCost
{
    /// <summary>Most rounds, some seconds of work.</summary>
    public const int MostRounds = 5_000_000;

    private const string Pbes2 = "1.2.840.113549.1.5.13";
    private const string Pbkdf2 = "1.2.840.113549.1.5.12";

    /// <summary>Whether an EncryptedPrivateKeyInfo (RFC 5958) uses PBES2 with PBKDF2 (RFC 8018) and a bounded number of rounds.</summary>
    public static bool IsBearable(ReadOnlyMemory<byte> der)
    {
        try
        {
            AsnReader algorithm = new AsnReader(der, AsnEncodingRules.BER).ReadSequence().ReadSequence();
            if (algorithm.ReadObjectIdentifier() != Pbes2)
            {
                return false;
            }

            AsnReader derivation = algorithm.ReadSequence().ReadSequence();
            if (derivation.ReadObjectIdentifier() != Pbkdf2)
            {
                return false;
            }

            AsnReader parameters = derivation.ReadSequence();
            parameters.ReadOctetString();
            return parameters.TryReadInt32(out int rounds) && rounds is > 0 and <= MostRounds;
        }
        catch (AsnContentException)
        {
            return false;
        }
    }
}
