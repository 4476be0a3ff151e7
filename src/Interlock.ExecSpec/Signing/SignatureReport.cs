using Interlock.Core.Text;
using Interlock.ExecSpec.Signing.Keys;

namespace Interlock.ExecSpec.Signing;

/// <summary>Who signed an envelope.</summary>
public sealed class SignatureReport
{
    private const int LongestShownKeyId = 16;

    internal SignatureReport(IReadOnlyList<SignatureVerdict> signatures, IReadOnlyList<VerificationKey> trusted, int threshold)
    {
        Signatures = signatures;
        TrustedKeys = trusted;
        Threshold = threshold;
        SignedBy = [.. signatures.Where(item => item.Counts).Select(item => item.MadeBy!).Distinct()];
    }

    /// <summary>One verdict per signature, in the order of the envelope.</summary>
    public IReadOnlyList<SignatureVerdict> Signatures { get; }

    /// <summary>The keys that could have signed.</summary>
    public IReadOnlyList<VerificationKey> TrustedKeys { get; }

    /// <summary>The different trusted keys that signed.</summary>
    public IReadOnlyList<VerificationKey> SignedBy { get; }

    /// <summary>How many different trusted keys must have signed.</summary>
    public int Threshold { get; }

    /// <summary>Whether enough trusted keys signed.</summary>
    public bool IsAccepted => SignedBy.Count >= Threshold;

    /// <summary>One sentence: how many signed, how many must, and whose signatures did not count.</summary>
    public string Summary
    {
        get
        {
            string counted = $"signed by {SignedBy.Count} of {TrustedKeys.Count} trusted keys, {Threshold} needed";
            string seen = Signatures.Count == 0 ? "there is no signature" : $"signatures: {string.Join(", ", Signatures.Select(Describe))}";
            return $"{counted}; {seen}";
        }
    }

    /// <summary>Which keys were expected.</summary>
    public string Hint => TrustedKeys.Count == 0
        ? "no key is trusted; put the public keys of the signers into the trust store"
        : $"trusted: {string.Join(", ", TrustedKeys)}";

    private static string Describe(SignatureVerdict verdict) => verdict switch
    {
        { MadeBy: { } key, IsRevoked: true } => $"{key}, revoked",
        { MadeBy: { } key } => $"{key}",
        { KeyId: { } keyId } => $"{Quoted.Of(keyId[..Math.Min(keyId.Length, LongestShownKeyId)])}, not by a trusted key or changed since",
        _ => "unnamed, not by a trusted key or changed since",
    };
}
