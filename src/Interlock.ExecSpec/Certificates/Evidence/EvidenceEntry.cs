namespace Interlock.ExecSpec.Certificates.Evidence;

/// <summary>One piece of evidence: counts, and the digest of the report that has the rest.</summary>
public sealed record EvidenceEntry
{
    /// <summary>What it is about.</summary>
    public required EvidenceKind Kind { get; init; }

    /// <summary>The specification that it is about, by its SHA-256; null when the report does not say.</summary>
    public string? SpecSha256 { get; init; }

    /// <summary>The statistics that it is about, by their fingerprint; null when the report does not say.</summary>
    public string? StatisticsFingerprint { get; init; }

    /// <summary>Suite, data set or place; null when not stated.</summary>
    public string? Suite { get; init; }

    /// <summary>How many were tried, 0 to 10⁹; null for a note.</summary>
    public int? Trials { get; init; }

    /// <summary>How many of them succeeded; null for a note.</summary>
    public int? Successes { get; init; }

    /// <summary>Successes out of the same trials with another key, by key: the control that shows that the suite can tell keys apart.</summary>
    public IReadOnlyDictionary<string, int> Substituted { get; init; } = new SortedDictionary<string, int>(StringComparer.Ordinal);

    /// <summary>SHA-256 of the report, 64 lower-case hexadecimal digits; null when there is none.</summary>
    public string? ReportSha256 { get; init; }

    /// <summary>Words for people; null for none.</summary>
    public string? Text { get; init; }
}
