using Interlock.Core.Diagnostics;
using Interlock.Core.Text;
using Interlock.ExecSpec.Certificates.Statements;
using Interlock.ExecSpec.Decoding;
using Interlock.ExecSpec.Identity;
using Interlock.ExecSpec.Specification;

namespace Interlock.ExecSpec.Certificates.Reading;

/// <summary>
/// A reviewer reads the numbers, a machine the specification: both have to be the same. Everything that follows from the specification is
/// computed again and compared.
/// </summary>
internal static class CertificateConsistency
{
    /// <summary>Relative; two correct computations of a drift differ by rounding alone.</summary>
    private const double Tolerance = 1e-6;

    public static void Check(Certificate certificate, Statement statement, FieldReport report)
    {
        CheckSubjects(certificate, statement, report);
        if (IsSpecCertified(certificate, report))
        {
            CheckFingerprint(certificate, report);
            CheckSiblings(certificate, report);
            CheckProbes(certificate, report);
        }

        if (CertificateTime.Fault(certificate.IssuedAt, certificate.ExpiresAt) is { } fault)
        {
            report.Error(CertificateCodes.ValidityImpossible, "predicate.expires_at", fault);
        }

        if (certificate.Level > certificate.SupportedLevel)
        {
            report.Findings.Warn(
                CertificateCodes.LevelUnsupported,
                $"the level is {EnumWord.Of(certificate.Level)}; its evidence supports {EnumWord.Of(certificate.SupportedLevel)}",
                new SourcePlace(report.File, Key: "predicate.level"));
        }
    }

    /// <summary>Of another specification every number is wrong, which says nothing more.</summary>
    private static bool IsSpecCertified(Certificate certificate, FieldReport report)
    {
        string digest = SpecDigest.Of(certificate.Spec);
        if (digest != certificate.SpecSha256)
        {
            report.Error(CertificateCodes.SpecInvalid, "predicate.spec_digest", $"{certificate.SpecSha256} is certified, the specification inside has {digest}");
        }

        return digest == certificate.SpecSha256;
    }

    private static void CheckFingerprint(Certificate certificate, FieldReport report)
    {
        string fingerprint = StatisticsFingerprint.Of(certificate.Spec.Unnormaliser);
        if (fingerprint != certificate.StatisticsFingerprint)
        {
            Disagree(report, "predicate.statistics_fingerprint", certificate.StatisticsFingerprint, fingerprint);
        }
    }

    private static void CheckSubjects(Certificate certificate, Statement statement, FieldReport report)
    {
        if (!statement.Subjects.SequenceEqual(CertificateSubjects.Of(certificate)))
        {
            report.Error(
                CertificateCodes.SubjectsDisagree, "subject", "the subjects of the statement are not the specification and the files that its predicate describes");
        }
    }

    private static void CheckSiblings(Certificate certificate, FieldReport report)
    {
        IReadOnlyList<Normaliser> expected = certificate.Spec.Siblings;
        if (expected.Count != certificate.Siblings.Count)
        {
            Disagree(report, "predicate.siblings", $"{certificate.Siblings.Count} siblings", $"{expected.Count}");
            return;
        }

        foreach ((int index, CertifiedSibling computed) in CertificateNumbers.Siblings(certificate.Spec).Index())
        {
            string path = $"predicate.siblings[{index}]";
            CertifiedSibling stated = certificate.Siblings[index];
            Compare(report, $"{path}.key", stated.Key, computed.Key);
            Compare(report, $"{path}.fingerprint", stated.Fingerprint, computed.Fingerprint);
            Compare(report, $"{path}.max_channel", stated.MaxChannel, computed.MaxChannel);
            Compare(report, $"{path}.drift_mean_abs", stated.DriftMeanAbs, computed.DriftMeanAbs);
            Compare(report, $"{path}.drift_worst", stated.DriftWorst, computed.DriftWorst);
            Compare(report, $"{path}.null_mm_per_s", stated.NullMmPerS, computed.NullMmPerS);
            Compare(report, $"{path}.null_rad_per_s", stated.NullRadPerS, computed.NullRadPerS);
        }
    }

    private static void CheckProbes(Certificate certificate, FieldReport report)
    {
        Unnormaliser unnormaliser = new(certificate.Spec.Unnormaliser, certificate.Spec.Action.Channels.Count);
        foreach ((int index, ProbeRow row) in certificate.Probes.Rows.Index())
        {
            double[] computed = CertificateNumbers.Command(certificate.Spec, unnormaliser, [.. row.Z]);
            int wrong = row.Command.Zip(computed).TakeWhile(pair => Agrees(pair.First, pair.Second)).Count();
            if (wrong < computed.Length)
            {
                Disagree(report, $"predicate.probes.rows[{index}].command[{wrong}]", $"{row.Command[wrong]:R}", $"{computed[wrong]:R}");
            }
        }
    }

    private static void Disagree(FieldReport report, string path, string stated, string computed) =>
        report.Error(CertificateCodes.NumbersDisagree, path, $"{stated} is stated, the specification gives {computed}");

    private static void Compare(FieldReport report, string path, string? stated, string? computed)
    {
        if (stated != computed)
        {
            Disagree(report, path, stated is null ? "nothing" : Quoted.Of(stated), computed is null ? "nothing" : Quoted.Of(computed));
        }
    }

    private static void Compare(FieldReport report, string path, double? stated, double? computed)
    {
        if (stated is { } a && computed is { } b ? !Agrees(a, b) : stated != computed)
        {
            Disagree(report, path, stated is null ? "nothing" : $"{stated:R}", computed is null ? "nothing" : $"{computed:R}");
        }
    }

    private static bool Agrees(double a, double b) => Math.Abs(a - b) <= Tolerance * Math.Max(1, Math.Max(Math.Abs(a), Math.Abs(b)));
}
