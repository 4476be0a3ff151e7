using Interlock.Core.Diagnostics;
using Interlock.Core.Text;
using Interlock.ExecSpec.Certificates.Evidence;
using Interlock.ExecSpec.Files.Rules;
using Interlock.ExecSpec.Identity;
using Interlock.ExecSpec.Specification;

namespace Interlock.ExecSpec.Certificates.Making;

/// <summary>Makes certificates. One that is made is not signed, and nobody believes it.</summary>
public static class CertificateMaker
{
    /// <summary>What evidence has to name so that it counts for a specification.</summary>
    public static EvidenceSubject SubjectOf(ExecutableSpec spec) => EvidenceSubject.Of(spec, SpecDigest.Of(spec));

    /// <summary>Computes every number of a certificate.</summary>
    /// <exception cref="DiagnosticException">
    /// EX1xx: the specification is not valid or cannot be decoded; EX211 the validity; EX212 the level is above what the evidence supports;
    /// EX214 too many files, or limitations that are empty or too long.
    /// </exception>
    public static Certificate Make(CertificateRequest request)
    {
        DiagnosticCollector findings = new();
        SpecRules.Check(request.Spec, findings);
        findings.ThrowIfErrors();
        Certifiability.Check(request.Spec, findings);
        DateTimeOffset issued = CertificateTime.WholeSeconds(request.IssuedAt);
        DateTimeOffset expires = CertificateTime.WholeSeconds(issued + request.Validity);
        if (CertificateTime.Fault(issued, expires) is { } fault)
        {
            findings.Error(CertificateCodes.ValidityImpossible, fault);
        }

        EvidenceSubject subject = SubjectOf(request.Spec);
        CertificateLevel supported = EvidenceLadder.LevelOf(request.Evidence, subject);
        CheckLevel(request.Level, supported, findings);
        CheckSizes(request, findings);
        findings.ThrowIfErrors();
        return new Certificate
        {
            Spec = request.Spec,
            SpecSha256 = subject.SpecSha256,
            StatisticsFingerprint = StatisticsFingerprint.Of(request.Spec.Unnormaliser),
            Artefacts = request.Artefacts is { } files ? CertifiedArtefacts.Of(files) : null,
            Siblings = CertificateNumbers.Siblings(request.Spec),
            Probes = CertificateNumbers.Probes(request.Spec),
            Evidence = request.Evidence,
            Level = request.Level ?? supported,
            IssuedAt = issued,
            ExpiresAt = expires,
            Limitations = request.Limitations,
        };
    }

    private static void CheckLevel(CertificateLevel? asked, CertificateLevel supported, DiagnosticCollector findings)
    {
        if (asked > supported)
        {
            findings.Error(
                CertificateCodes.LevelUnsupported,
                $"the level {EnumWord.Of(asked.Value)} is asked for; the evidence supports {EnumWord.Of(supported)}",
                hint: "each level needs evidence for itself and for every level below it: probe, replay, closed loop");
        }
    }

    private static void CheckSizes(CertificateRequest request, DiagnosticCollector findings)
    {
        if (request.Artefacts?.Entries.Count > CertifiedArtefacts.MostFiles)
        {
            findings.Error(CertificateCodes.NotCertifiable, $"{request.Artefacts.Entries.Count} files; a certificate lists at most {CertifiedArtefacts.MostFiles}");
        }

        if (request.Evidence.Count > CertificateLimits.MostEvidence)
        {
            findings.Error(CertificateCodes.NotCertifiable, $"{request.Evidence.Count} pieces of evidence; a certificate lists at most {CertificateLimits.MostEvidence}");
        }

        if (request.Limitations.Length is 0 or > CertificateLimits.LongestText || !PlainText.IsPlain(request.Limitations))
        {
            findings.Error(CertificateCodes.NotCertifiable, $"limitations have to be 1 to {CertificateLimits.LongestText} characters on one line");
        }
    }
}
