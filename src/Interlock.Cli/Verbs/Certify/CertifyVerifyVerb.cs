using System.CommandLine;
using System.Globalization;
using Interlock.Cli.Output;
using Interlock.Core.Diagnostics;
using Interlock.Core.Text;
using Interlock.ExecSpec.Certificates;
using Interlock.ExecSpec.Certificates.Statements;
using Interlock.ExecSpec.Certificates.Verification;
using Interlock.ExecSpec.Certificates.Waivers;
using Interlock.ExecSpec.Signing.Trust;

namespace Interlock.Cli.Verbs.Certify;

/// <summary><c>interlock certify verify</c>: whether a certificate or waiver may be believed on this machine.</summary>
internal sealed class CertifyVerifyVerb : IVerb
{
    private const string Help =
        "Decide whether a certificate or waiver may be believed.\n" +
        "Signatures, validity, revocation, level and, with --artefacts, every file; for a waiver give --certificate. What runs is not looked at: that is 'interlock check'. Exit code 3 when anything fails.\n\n" +
        "Example: interlock certify verify goal.cert.json --trust trust/ --artefacts checkpoint/ --level replayed";

    private readonly Argument<string> _file = new("file") { Description = "Certificate or waiver" };
    private readonly Option<string> _trust = new("--trust") { Description = "Folder with the public keys to believe", Required = true };
    private readonly ArtefactOptions _artefacts = new();
    private readonly Option<string?> _level = new("--level") { Description = "Lowest level that is enough; default: declared" };
    private readonly Option<string?> _certificate = new("--certificate") { Description = "The certificate that a waiver is for" };
    private readonly Option<DateTimeOffset?> _at = new("--at") { Description = "Decide as of this UTC time; default: now", CustomParser = Time };
    private readonly Option<bool> _json = new("--json") { Description = "One JSON document instead of lines" };

    public Command Build(VerbHost host)
    {
        Command command = new("verify", Help) { _file, _trust, _artefacts.Folder, _artefacts.Paranoid, _level, _certificate, _at, _json };
        _level.AcceptOnlyFromAmong([.. EnumWord.All<CertificateLevel>()]);
        command.SetInterruptibleAction((parsed, cancellation) => Refusals.Guard(host, () => Run(host, parsed, cancellation)));
        return command;
    }

    private static DateTimeOffset? Time(System.CommandLine.Parsing.ArgumentResult result)
    {
        const DateTimeStyles Utc = DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal;
        if (DateTimeOffset.TryParse(result.Tokens[0].Value, CultureInfo.InvariantCulture, Utc, out DateTimeOffset time))
        {
            return time;
        }

        result.AddError("--at takes a UTC time such as 2026-08-01T12:00:00Z.");
        return null;
    }

    private int Run(VerbHost host, ParseResult parsed, CancellationToken cancellation)
    {
        string file = parsed.GetRequiredValue(_file);
        DiagnosticCollector findings = new();
        TrustStore trust = TrustStore.Open(parsed.GetRequiredValue(_trust), findings);
        FailureReport.Write(host.Error, findings.Items);
        byte[] bytes = SignedFile.ReadBytes(file);
        DateTimeOffset now = parsed.GetValue(_at) ?? host.Clock.GetUtcNow();
        return StatementTypes.Of(bytes) == StatementTypes.Waiver
            ? VerifyWaiver(host, parsed, bytes, trust, now)
            : VerifyCertificate(host, parsed, bytes, trust, now, cancellation);
    }

    private int VerifyCertificate(VerbHost host, ParseResult parsed, byte[] bytes, TrustStore trust, DateTimeOffset now, CancellationToken cancellation)
    {
        string file = parsed.GetRequiredValue(_file);
        DiagnosticCollector findings = new();
        using HashingReport progress = new(host);
        VerifyRequest request = new()
        {
            Now = now,
            File = file,
            RequiredLevel = parsed.GetValue(_level) is { } level ? EnumWord.Find<CertificateLevel>(level)!.Value : CertificateLevel.Declared,
            ArtefactRoot = parsed.GetValue(_artefacts.Folder),
            Hashing = _artefacts.Hashing(host, parsed, file, progress, findings),
        };
        CertificateVerification verification = CertificateVerifier.Verify(bytes, trust, request, cancellation);
        progress.Dispose();
        FailureReport.Write(host.Error, findings.Items);
        Certificate? claims = verification.Claims;
        string subject = claims is null ? "" : $": '{claims.Spec.Name}', key '{claims.Spec.Unnormaliser.Key}', level {EnumWord.Of(claims.Level)}";
        Report(host, parsed, "certificate", verification.Findings, verification.IsAccepted ? $"accepted{subject}" : $"REFUSED{subject}", writer =>
        {
            writer.WriteString("payload_sha256", verification.PayloadSha256);
            CertificateJson.WriteSummary(writer, claims);
        });
        return verification.IsAccepted ? ExitCode.Ok : ExitCode.RefusedToStart;
    }

    private int VerifyWaiver(VerbHost host, ParseResult parsed, byte[] bytes, TrustStore trust, DateTimeOffset now)
    {
        string? certificate = parsed.GetValue(_certificate) is { } path ? SignedFile.Read(path).PayloadSha256 : null;
        WaiverVerification verification = WaiverVerifier.Verify(bytes, trust, certificate, now, parsed.GetRequiredValue(_file));
        bool failed = verification.Failures.Any();
        string subject = verification.Claims is { } claims ? $": {string.Join(", ", claims.Codes)} {claims.Words}" : "";
        Report(host, parsed, "waiver", verification.Findings, failed ? $"REFUSED{subject}" : certificate is null ? $"signed and valid, but not compared with a certificate{subject}" : $"accepted{subject}", writer =>
            CertificateJson.WriteSummary(writer, verification.Claims));
        return failed ? ExitCode.RefusedToStart : ExitCode.Ok;
    }

    private void Report(
        VerbHost host, ParseResult parsed, string kind, IReadOnlyList<CertificateFinding> findings, string verdict, Action<System.Text.Json.Utf8JsonWriter> summary)
    {
        string file = parsed.GetRequiredValue(_file);
        CertificateFinding[] failures = [.. findings.Where(item => item.Status == CheckStatus.Failed)];
        if (!parsed.GetValue(_json))
        {
            VerdictText.Write(host, $"{file}: {verdict}", findings);
            VerdictText.WriteFailures(host, file, failures);
            return;
        }

        JsonDocumentWriter.Write(host.Out, writer =>
        {
            writer.WriteStartObject();
            writer.WriteString("file", file);
            writer.WriteString("kind", kind);
            writer.WriteBoolean("accepted", failures.Length == 0);
            summary(writer);
            CertificateJson.WriteFindings(writer, findings);
            writer.WriteEndObject();
        });
        VerdictText.WriteFailures(host, file, failures);
    }
}
