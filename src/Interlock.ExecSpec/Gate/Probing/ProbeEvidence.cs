using Interlock.ExecSpec.Certificates;
using Interlock.ExecSpec.Certificates.Evidence;
using Interlock.ExecSpec.Certificates.Making;
using Interlock.ExecSpec.Specification;

namespace Interlock.ExecSpec.Gate.Probing;

/// <summary>Evidence for a certificate: the probe values that it will carry, pushed through a decode path.</summary>
public static class ProbeEvidence
{
    /// <summary>Counts the numbers that come out within the tolerance of the certificate.</summary>
    /// <param name="spec">The specification that is to be certified.</param>
    /// <param name="path">The code that decodes in the deployment.</param>
    /// <returns>Trials are numbers, D for each probe; a row that is refused or has another length is D misses.</returns>
    /// <exception cref="IOException">The path could not be reached or did not answer in its form.</exception>
    public static EvidenceEntry Of(ExecutableSpec spec, IDecodePath path)
    {
        ProbeTable certified = CertificateNumbers.Probes(spec);
        IReadOnlyList<IReadOnlyList<double>?> observed = path.Decode([.. certified.Rows.Select(row => row.Z)]);
        EvidenceSubject subject = CertificateMaker.SubjectOf(spec);
        return new EvidenceEntry
        {
            Kind = EvidenceKind.Probe,
            Suite = path.Name,
            SpecSha256 = subject.SpecSha256,
            StatisticsFingerprint = subject.StatisticsFingerprint,
            Trials = certified.Rows.Sum(row => row.Command.Count),
            Successes = certified.Rows.Zip(observed, (row, answer) => Matches(certified, row.Command, answer)).Sum(),
        };
    }

    private static int Matches(ProbeTable table, IReadOnlyList<double> certified, IReadOnlyList<double>? answer) =>
        answer?.Count == certified.Count ? certified.Zip(answer, table.Agrees).Count(agrees => agrees) : 0;
}
