namespace Interlock.ExecSpec.Certificates.Statements;

/// <summary>What a certificate is about: the specification, the files as a whole, and each file.</summary>
internal static class CertificateSubjects
{
    public static StatementSubject[] Of(Certificate certificate) =>
    [
        new("execspec", certificate.SpecSha256),
        .. certificate.Artefacts is { } artefacts ? OfFiles(artefacts) : [],
    ];

    private static IEnumerable<StatementSubject> OfFiles(CertifiedArtefacts artefacts) =>
        artefacts.Files.Entries
            .Select(entry => new StatementSubject($"artefacts/{entry.Path}", entry.Sha256))
            .Prepend(new StatementSubject("artefacts", artefacts.Files.RootDigest));
}
