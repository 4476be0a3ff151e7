namespace Interlock.ExecSpec.Certificates.Evidence;

/// <summary>What evidence has to be about in order to count.</summary>
/// <param name="SpecSha256">SHA-256 of the specification.</param>
/// <param name="StatisticsFingerprint">Fingerprint of its statistics.</param>
public sealed record EvidenceSubject(string SpecSha256, string StatisticsFingerprint)
{
    /// <summary>True when an entry names this specification, or only its statistics, and nothing else.</summary>
    public bool IsMeantBy(EvidenceEntry entry) => (entry.SpecSha256, entry.StatisticsFingerprint) switch
    {
        (null, null) => false,
        var (spec, statistics) => (spec ?? SpecSha256) == SpecSha256 && (statistics ?? StatisticsFingerprint) == StatisticsFingerprint,
    };
}
