using System.CommandLine;
using Interlock.Cli.Output;
using Interlock.Core.Diagnostics;
using Interlock.ExecSpec.Certificates.Waivers;
using Interlock.ExecSpec.Signing;
using Interlock.ExecSpec.Signing.Keys;

namespace Interlock.Cli.Verbs.Certify;

/// <summary><c>interlock certify waive</c>: a signed decision to start although a named check fails.</summary>
internal sealed class CertifyWaiveVerb : IVerb
{
    private const string Help =
        "Sign a decision to start although a named check fails.\n" +
        "A waiver names one certificate, the checks that may fail, who decided, why, and until when. It needs as many\n" +
        "signatures as a certificate; add more with 'interlock certify sign'. Signatures, files, and what the numbers mean are never waived.\n\n" +
        "Example: interlock certify waive --certificate goal.cert.json --code EX053 --reason \"recalibrated on site\" --approver \"M. Ruiz\"\n" +
        "         --valid-days 14 --key alice.key.pem -o goal.waiver.json";

    private const int DefaultDays = 14;

    private readonly Option<string> _certificate = new("--certificate") { Description = "The certificate in use", Required = true };
    private readonly Option<string[]> _code = new("--code") { Description = "Check that may fail; may be repeated", Required = true };
    private readonly Option<string> _reason = new("--reason") { Description = "Why", Required = true };
    private readonly Option<string> _approver = new("--approver") { Description = "Who decided", Required = true };
    private readonly Option<int> _days = new("--valid-days") { Description = "How long it holds", DefaultValueFactory = _ => DefaultDays };
    private readonly KeyOptions _key = new();
    private readonly Option<string> _output = new("--output", "-o") { Description = "Where it goes (*.waiver.json)", Required = true };
    private readonly Option<bool> _overwrite = new("--overwrite") { Description = "Replace an existing file" };
    private readonly Option<bool> _json = new("--json") { Description = "Print the waiver as JSON" };

    public Command Build(VerbHost host)
    {
        Command command = new("waive", Help)
        {
            _certificate, _code, _reason, _approver, _days, _key.Key, _key.PassphraseFile, _output, _overwrite, _json,
        };
        command.SetInterruptibleAction((parsed, _) => Refusals.Guard(host, () => Run(host, parsed)));
        return command;
    }

    private int Run(VerbHost host, ParseResult parsed)
    {
        string output = parsed.GetRequiredValue(_output);
        Refusals.KeepExisting(output, parsed.GetValue(_overwrite));
        Waiver waiver = Make(host, parsed);
        DiagnosticCollector findings = new();
        WaiverDocument.Check(waiver, findings);
        findings.ThrowIfErrors();
        using SigningKey key = _key.Read(parsed);
        SignedDocument document = new(output, WaiverDocument.ToEnvelope(waiver).SignedBy(key), null, waiver);
        SignedFile.Write(output, document.Envelope);
        if (parsed.GetValue(_json))
        {
            JsonDocumentWriter.Write(host.Out, document.WriteJson);
        }
        else
        {
            document.WriteText(host);
        }

        host.Error.WriteLine($"Wrote {output}, signed by {key.PublicKey.Fingerprint}.");
        return ExitCode.Ok;
    }

    private Waiver Make(VerbHost host, ParseResult parsed)
    {
        SignedDocument certificate = SignedDocument.Read(host, parsed.GetRequiredValue(_certificate));
        if (certificate.Certificate is null)
        {
            throw new DiagnosticException("EX218", "the file is a waiver; a waiver is for a certificate", SourcePlace.OfFile(certificate.File));
        }

        DateTimeOffset issued = host.Clock.GetUtcNow();
        return new Waiver
        {
            CertificateSha256 = certificate.Envelope.PayloadSha256,
            Codes = parsed.GetRequiredValue(_code),
            Reason = parsed.GetRequiredValue(_reason),
            Approver = parsed.GetRequiredValue(_approver),
            IssuedAt = issued,
            ExpiresAt = issued.AddDays(parsed.GetValue(_days)),
        };
    }
}
