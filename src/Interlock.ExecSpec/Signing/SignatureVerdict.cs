using Interlock.ExecSpec.Signing.Keys;

namespace Interlock.ExecSpec.Signing;

/// <summary>What became of one signature.</summary>
/// <param name="KeyId">Whose it is said to be; null when the envelope does not say.</param>
/// <param name="MadeBy">The key that made it; null when it is broken, or made by a key that is not in the trust store.</param>
/// <param name="IsRevoked">The key that made it is revoked, so that it counts for nothing.</param>
public sealed record SignatureVerdict(string? KeyId, VerificationKey? MadeBy, bool IsRevoked)
{
    /// <summary>Whether it counts.</summary>
    public bool Counts => MadeBy is not null && !IsRevoked;
}
