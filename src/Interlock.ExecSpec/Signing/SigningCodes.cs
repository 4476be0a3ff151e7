namespace Interlock.ExecSpec.Signing;

/// <summary>Codes of findings about envelopes, keys, trust stores and revocation lists.</summary>
internal static class SigningCodes
{
    public const string EnvelopeUnreadable = "EX001";
    public const string NotEnoughSignatures = "EX002";
    public const string PayloadTypeUnknown = "EX003";

    public const string PrivateKeyUnreadable = "EX190";
    public const string PrivateKeyReadableByOthers = "EX191";
    public const string PassphraseNeeded = "EX192";
    public const string UnsupportedKey = "EX193";
    public const string KeyNotWritten = "EX194";
    public const string PublicKeyUnreadable = "EX195";
    public const string PrivateKeyInTrustStore = "EX196";
    public const string TrustStoreUnreadable = "EX197";
    public const string TrustStoreEntryIgnored = "EX198";
    public const string TrustSettingsInvalid = "EX199";
    public const string RevocationListInvalid = "EX200";
    public const string ThresholdOutOfReach = "EX201";
    public const string KeyTrustedTwice = "EX202";
    public const string TrustedKeyRevoked = "EX203";
}
