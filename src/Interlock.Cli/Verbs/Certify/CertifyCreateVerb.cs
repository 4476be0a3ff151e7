using System.CommandLine;
using Interlock.Cli.Output;
using Interlock.Core.Diagnostics;
using Interlock.Core.Text;
using Interlock.ExecSpec.Certificates;
using Interlock.ExecSpec.Certificates.Evidence;
using Interlock.ExecSpec.Certificates.Making;
using Interlock.ExecSpec.Files;
using Interlock.ExecSpec.Manifest;
using Interlock.ExecSpec.Signing;
using Interlock.ExecSpec.Specification;

namespace Interlock.Cli.Verbs.Certify;

/// <summary><c>interlock certify create</c>: a certificate that waits for signatures.</summary>
internal sealed class CertifyCreateVerb : IVerb
{
    private const string Help =
        "Write a certificate that waits for signatures.\n" +
        "It holds the whole specification, what its siblings would do and, with --artefacts, every file of the policy.\n\n" +
        "Example: interlock certify create --spec goal.execspec.json --artefacts checkpoint/ --evidence replay.json -o goal.cert.json";

    private readonly Option<string> _spec = new("--spec") { Description = "The specification (*.execspec.json)", Required = true };
    private readonly ArtefactOptions _artefacts = new();
    private readonly Option<string[]> _evidence = new("--evidence") { Description = "Report (JSON) of a probe, replay or closed-loop run; may be repeated" };
    private readonly Option<string?> _level = new("--level") { Description = "Level to claim; default: what the evidence supports" };

    private readonly Option<int> _days = new("--valid-days")
    {
        Description = "How long it holds",
        DefaultValueFactory = _ => (int)CertificateRequest.DefaultValidity.TotalDays,
    };

    private readonly Option<string> _limitations = new("--limitations")
    {
        Description = "What the certificate does not say; default: that it does not certify closed-loop behaviour or hardware",
        DefaultValueFactory = _ => Certificate.DefaultLimitations,
    };

    private readonly Option<string> _output = new("--output", "-o") { Description = "Where it goes (*.cert.json)", Required = true };
    private readonly Option<bool> _overwrite = new("--overwrite") { Description = "Replace an existing file, signatures included" };
    private readonly Option<bool> _json = new("--json") { Description = "Print the certificate as JSON" };

    public Command Build(VerbHost host)
    {
        Command command = new("create", Help)
        {
            _spec, _artefacts.Folder, _artefacts.Paranoid, _evidence, _level, _days, _limitations, _output, _overwrite, _json,
        };
        _level.AcceptOnlyFromAmong([.. EnumWord.All<CertificateLevel>()]);
        command.SetInterruptibleAction((parsed, cancellation) => Run(host, parsed, cancellation));
        return command;
    }

    private int Run(VerbHost host, ParseResult parsed, CancellationToken cancellation)
    {
        string output = parsed.GetRequiredValue(_output);
        return Refusals.Guard(host, () =>
        {
            Refusals.KeepExisting(output, parsed.GetValue(_overwrite));
            Certificate certificate = CertificateMaker.Make(Request(host, parsed, output, cancellation));
            DsseEnvelope envelope = CertificateDocument.ToEnvelope(certificate);
            SignedFile.Write(output, envelope);
            if (parsed.GetValue(_json))
            {
                JsonDocumentWriter.Write(host.Out, writer => CertificateJson.Write(writer, output, envelope, certificate));
            }
            else
            {
                CertificateText.Write(host, certificate);
            }

            host.Error.WriteLine($"Wrote {output}, not signed yet. Next: interlock certify sign {output} --key NAME.key.pem");
            return ExitCode.Ok;
        });
    }

    private CertificateRequest Request(VerbHost host, ParseResult parsed, string output, CancellationToken cancellation)
    {
        DiagnosticCollector findings = new();
        ExecutableSpec spec = SpecFile.Load(parsed.GetRequiredValue(_spec), findings);
        EvidenceSubject subject = CertificateMaker.SubjectOf(spec);
        CertificateRequest request = new()
        {
            Spec = spec,
            Evidence = [.. (parsed.GetValue(_evidence) ?? []).Select(path => EvidenceFile.Read(path, subject, findings))],
            Level = parsed.GetValue(_level) is { } level ? EnumWord.Find<CertificateLevel>(level) : null,
            IssuedAt = host.Clock.GetUtcNow(),
            Validity = TimeSpan.FromDays(parsed.GetValue(_days)),
            Limitations = parsed.GetRequiredValue(_limitations),
            Artefacts = Artefacts(host, parsed, output, findings, cancellation),
        };
        FailureReport.Write(host.Error, findings.Items);
        return request;
    }

    private FolderManifest? Artefacts(VerbHost host, ParseResult parsed, string output, DiagnosticCollector findings, CancellationToken cancellation)
    {
        if (parsed.GetValue(_artefacts.Folder) is not { } folder)
        {
            return null;
        }

        using HashingReport progress = new(host);
        return FolderManifest.Build(folder, _artefacts.Hashing(host, parsed, output, progress, findings), cancellation);
    }
}
