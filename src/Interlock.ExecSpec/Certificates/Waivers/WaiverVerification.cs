using Interlock.ExecSpec.Certificates.Verification;

namespace Interlock.ExecSpec.Certificates.Waivers;

/// <summary>What came of verifying a waiver.</summary>
public sealed record WaiverVerification
{
    /// <summary>Every check, first cause first.</summary>
    public required IReadOnlyList<CertificateFinding> Findings { get; init; }

    /// <summary>What the document says, whoever signed it: for messages only.</summary>
    public Waiver? Claims { get; init; }

    /// <summary>What failed.</summary>
    public IEnumerable<CertificateFinding> Failures => Findings.Where(finding => finding.Status == CheckStatus.Failed);

    /// <summary>The waiver, when every check was made and passed; null otherwise.</summary>
    public Waiver? Waiver => Findings.All(finding => finding.Status == CheckStatus.Passed) ? Claims : null;
}
