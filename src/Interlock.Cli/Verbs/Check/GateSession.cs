using System.CommandLine;
using Interlock.Cli.Inputs;
using Interlock.Cli.Output;
using Interlock.Cli.Verbs.Certify;
using Interlock.Core.Diagnostics;
using Interlock.Core.Text;
using Interlock.ExecSpec.Certificates;
using Interlock.ExecSpec.Certificates.Verification;
using Interlock.ExecSpec.Certificates.Waivers;
using Interlock.ExecSpec.Gate;
using Interlock.ExecSpec.Gate.Probing;
using Interlock.ExecSpec.Gate.Receipts;
using Interlock.ExecSpec.Signing.Trust;
using Interlock.ExecSpec.Specification;

namespace Interlock.Cli.Verbs.Check;

/// <summary>One comparison of what was found with a certificate or an unsigned specification.</summary>
internal sealed class GateSession(VerbHost host, ParseResult parsed, AgainstOptions options)
{
    public GateOutcome Run(ExecutableSpec running, CancellationToken cancellation)
    {
        string against = parsed.GetRequiredValue(options.Against)!;
        using HttpClient client = new() { Timeout = HttpDecodePath.Patience, MaxResponseContentBufferSize = HttpDecodePath.LongestAnswerBytes };
        IDecodePath path = parsed.GetValue(options.Probe) is { } endpoint ? new HttpDecodePath(client, endpoint) : new SpecDecodePath(running);
        GateRequest Request(ExecutableSpec certified) => new() { Certified = certified, Running = running, DecodePath = path, Scope = GateScope.WithoutRobot };
        GateOutcome outcome = SpecInput.IsSpecFile(against) ? AgainstSpec(against, Request) : AgainstCertificate(against, Request, cancellation);
        if (parsed.GetValue(options.Receipt) is { } receipt)
        {
            WriteReceipt(receipt, running, path, outcome);
        }

        return outcome;
    }

    private GateOutcome AgainstSpec(string file, Func<ExecutableSpec, GateRequest> request)
    {
        if (parsed.GetValue(options.Gate))
        {
            throw new DiagnosticException("EX003", "a specification is not signed", SourcePlace.OfFile(file), "the gate believes certificates only; make one with 'interlock certify create'");
        }

        ExecutableSpec certified = SpecFileInput.Load(host, file);
        return new GateOutcome(file, StartupGate.Run(request(certified)), certified);
    }

    private GateOutcome AgainstCertificate(string file, Func<ExecutableSpec, GateRequest> request, CancellationToken cancellation)
    {
        byte[] bytes = SignedFile.ReadBytes(file);
        TrustStore? trust = OpenTrust();
        CertificateVerification verification = Verify(file, bytes, trust, cancellation);
        if (trust is null)
        {
            verification = verification with { Findings = [.. verification.Findings.Select(WithoutTrust)] };
        }

        WaiverSet waivers = trust is null ? WaiverSet.Empty : Waivers(trust, verification);
        return new GateOutcome(file, CertificateGate.Run(verification, waivers, request), verification.Claims?.Spec)
        {
            CertificateSha256 = verification.PayloadSha256,
            Level = verification.Claims is { } claims ? EnumWord.Of(claims.Level) : null,
        };
    }

    private CertificateVerification Verify(string file, byte[] bytes, TrustStore? trust, CancellationToken cancellation)
    {
        DiagnosticCollector findings = new();
        using HashingReport progress = new(host);
        VerifyRequest request = new()
        {
            Now = host.Clock.GetUtcNow(),
            File = file,
            RequiredLevel = parsed.GetValue(options.Level) is { } level ? EnumWord.Find<CertificateLevel>(level)!.Value : CertificateLevel.Declared,
            ArtefactRoot = parsed.GetValue(options.Artefacts.Folder),
            Hashing = options.Artefacts.Hashing(host, parsed, file, progress, findings),
        };
        CertificateVerification verification = CertificateVerifier.Verify(bytes, trust ?? TrustStore.Of([]), request, cancellation);
        progress.Dispose();
        FailureReport.Write(host.Error, findings.Items);
        return verification;
    }

    private TrustStore? OpenTrust()
    {
        if (parsed.GetValue(options.Trust) is not { } folder)
        {
            return null;
        }

        DiagnosticCollector findings = new();
        TrustStore trust = TrustStore.Open(folder, findings);
        FailureReport.Write(host.Error, findings.Items);
        return trust;
    }

    private WaiverSet Waivers(TrustStore trust, CertificateVerification certificate)
    {
        List<WaiverVerification> verifications = [];
        foreach (string file in parsed.GetValue(options.Waivers) ?? [])
        {
            WaiverVerification verification = WaiverVerifier.Verify(
                SignedFile.ReadBytes(file), trust, certificate.PayloadSha256, host.Clock.GetUtcNow(), file);
            VerdictText.WriteFailures(host, file, verification.Failures);
            verifications.Add(verification);
        }

        return WaiverSet.Of(verifications);
    }

    /// <summary>Without a trust store the comparison is informative: that nobody vouches for the certificate is said, and decides nothing.</summary>
    private static CertificateFinding WithoutTrust(CertificateFinding finding) => finding is { Code: "EX002", Status: CheckStatus.Failed }
        ? finding with { Status = CheckStatus.NotChecked, Expected = null, Text = "signatures were not verified: no trust folder was given with --trust" }
        : finding;

    private void WriteReceipt(string file, ExecutableSpec running, IDecodePath path, GateOutcome outcome)
    {
        StartReceipt receipt = new()
        {
            DecidedAt = host.Clock.GetUtcNow(),
            Report = outcome.Report,
            Running = running,
            Certified = outcome.Certified,
            CertificateSha256 = outcome.CertificateSha256,
            Level = outcome.Level,
            DecodePath = path.Name,
        };
        using StringWriter text = new();
        JsonDocumentWriter.Write(text, writer => ReceiptWriter.Write(receipt, writer));
        AtomicFile.WriteText(file, text.ToString());
    }
}
