using Interlock.Core.Diagnostics;

namespace Interlock.ExecSpec.Signing.Trust;

/// <summary>
/// Keys and certificates that are no longer valid. Nothing proves when a signature was made, so a revoked key's signatures never count,
/// whatever date they claim.
/// </summary>
/// <param name="Keys">Revoked keys by fingerprint.</param>
/// <param name="Certificates">Revoked certificates by the SHA-256 of their payload.</param>
public sealed record RevocationList(IReadOnlyList<Revocation> Keys, IReadOnlyList<Revocation> Certificates)
{
    /// <summary>Most entries of either kind.</summary>
    public const int MostEntries = 4096;

    /// <summary>Nothing is revoked.</summary>
    public static RevocationList Empty { get; } = new([], []);

    /// <summary>The entry of a key; null when it is not revoked.</summary>
    /// <param name="fingerprint">64 lower-case hexadecimal digits.</param>
    public Revocation? FindKey(string fingerprint) => Find(Keys, fingerprint);

    /// <summary>The entry of a certificate; null when it is not revoked.</summary>
    /// <param name="payloadSha256">64 lower-case hexadecimal digits.</param>
    public Revocation? FindCertificate(string payloadSha256) => Find(Certificates, payloadSha256);

    /// <summary>
    /// Reads a list: <c>{"interlock": "revoked/1", "keys": [{"fingerprint", "reason", "at"}], "certificates": [{"sha256", "reason", "at"}]}</c>.
    /// Any key that is not known is an error.
    /// </summary>
    /// <param name="utf8">The file.</param>
    /// <param name="file">Its name, for messages.</param>
    /// <exception cref="DiagnosticException">EX200: the list is invalid; carries every finding.</exception>
    public static RevocationList Read(ReadOnlyMemory<byte> utf8, string? file = null) => RevocationReader.Read(utf8, file);

    /// <summary>The list as <see cref="Read"/> reads it, in UTF-8.</summary>
    public byte[] ToJson() => RevocationWriter.Write(this);

    private static Revocation? Find(IReadOnlyList<Revocation> entries, string digest) =>
        entries.FirstOrDefault(entry => string.Equals(entry.Digest, digest, StringComparison.Ordinal));
}
