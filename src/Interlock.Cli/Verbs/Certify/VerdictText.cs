using Interlock.Cli.Output;
using Interlock.Core.Diagnostics;
using Interlock.ExecSpec.Certificates.Verification;

namespace Interlock.Cli.Verbs.Certify;

/// <summary>A verdict for people: the verdict first, then what was checked and what was not; failures again at the end, first cause last.</summary>
internal static class VerdictText
{
    public static void Write(VerbHost host, string verdict, IReadOnlyList<CertificateFinding> findings)
    {
        WrappedText.Write(host.Out, verdict, host.Width);
        Section(host, "failed", CheckStatus.Failed, findings);
        Section(host, "checked", CheckStatus.Passed, findings);
        Section(host, "not checked", CheckStatus.NotChecked, findings);
    }

    public static void WriteFailures(VerbHost host, string file, IEnumerable<CertificateFinding> failures) =>
        FailureReport.Write(host.Error, failures.Select(item => new Diagnostic(item.Code, DiagnosticSeverity.Error, item.Text, SourcePlace.OfFile(file))));

    private static void Section(VerbHost host, string heading, CheckStatus status, IReadOnlyList<CertificateFinding> findings)
    {
        CertificateFinding[] own = [.. findings.Where(item => item.Status == status)];
        if (own.Length == 0)
        {
            return;
        }

        host.Out.WriteLine($"{heading}:");
        foreach (CertificateFinding finding in own)
        {
            WrappedText.Write(host.Out, $"{finding.Code} {finding.Text}", host.Width, indent: 2, hanging: 8);
        }
    }
}
