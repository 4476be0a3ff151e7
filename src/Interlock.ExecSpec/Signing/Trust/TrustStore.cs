using Interlock.Core.Diagnostics;
using Interlock.ExecSpec.Signing.Keys;

namespace Interlock.ExecSpec.Signing.Trust;

/// <summary>
/// Whom to believe: a folder of public keys (<c>*.pem</c>), optionally <c>trust.json</c> with the number of signatures that a
/// certificate needs, and <c>revoked.json</c> with what is no longer valid. Immutable, free-threaded.
/// </summary>
public sealed class TrustStore
{
    /// <summary>Name of the settings inside the folder: <c>{"interlock": "trust/1", "threshold": 2}</c>.</summary>
    public const string SettingsFile = "trust.json";

    /// <summary>Name of the revocation list inside the folder.</summary>
    public const string RevocationFile = "revoked.json";

    /// <summary>Most keys that a store may hold.</summary>
    public const int MostKeys = 64;

    private TrustStore(IReadOnlyList<VerificationKey> keys, IReadOnlyList<VerificationKey> revokedKeys, int threshold, RevocationList revocations)
    {
        Keys = keys;
        RevokedKeys = revokedKeys;
        Threshold = threshold;
        Revocations = revocations;
    }

    /// <summary>The trusted keys, each once, without the revoked ones, in the order of their file names.</summary>
    public IReadOnlyList<VerificationKey> Keys { get; }

    /// <summary>Keys of the folder that count for nothing, because the revocation list names them.</summary>
    public IReadOnlyList<VerificationKey> RevokedKeys { get; }

    /// <summary>How many different keys must have signed; 1 unless <c>trust.json</c> says otherwise.</summary>
    public int Threshold { get; }

    /// <summary>What is no longer valid; empty when there is no list.</summary>
    public RevocationList Revocations { get; }

    /// <summary>Opens a folder.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="findings">Takes everything that is odd about it.</param>
    /// <exception cref="DiagnosticException">
    /// The store cannot be used, so that nothing is trusted: EX196 a private key lies in it; EX197 folder unreadable or too large;
    /// EX199 settings invalid; EX200 revocation list invalid; EX201 no key, or fewer than the threshold.
    /// </exception>
    public static TrustStore Open(string folder, DiagnosticCollector findings) => TrustStoreReader.Read(folder, findings);

    /// <summary>A store of keys that are already in memory.</summary>
    /// <param name="keys">The trusted keys; one given twice counts once.</param>
    /// <param name="threshold">How many of them must have signed, 1 or more.</param>
    /// <param name="revocations">What is no longer valid; null for nothing.</param>
    public static TrustStore Of(IEnumerable<VerificationKey> keys, int threshold = 1, RevocationList? revocations = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(threshold, 1);
        RevocationList list = revocations ?? RevocationList.Empty;
        ILookup<bool, VerificationKey> sorted = keys.Distinct().ToLookup(key => list.FindKey(key.Fingerprint) is not null);
        return new TrustStore([.. sorted[false]], [.. sorted[true]], threshold, list);
    }
}
