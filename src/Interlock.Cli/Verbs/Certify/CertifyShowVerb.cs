using System.CommandLine;
using Interlock.Cli.Output;
using Interlock.ExecSpec.Signing;

namespace Interlock.Cli.Verbs.Certify;

/// <summary><c>interlock certify show</c>: what a certificate or waiver says, whoever signed it.</summary>
internal sealed class CertifyShowVerb : IVerb
{
    private const string Help =
        "Show what a certificate or waiver says, unverified.\n" +
        "To believe it, use 'interlock certify verify'.\n\n" +
        "Example: interlock certify show goal.cert.json --json";

    private readonly Argument<string> _file = new("file") { Description = "Certificate or waiver" };
    private readonly Option<bool> _json = new("--json") { Description = "With the whole statement, as one JSON document" };

    public Command Build(VerbHost host)
    {
        Command command = new("show", Help) { _file, _json };
        command.SetInterruptibleAction((parsed, _) => Run(host, parsed));
        return command;
    }

    private int Run(VerbHost host, ParseResult parsed)
    {
        SignedDocument document = SignedDocument.Read(host, parsed.GetRequiredValue(_file));
        if (parsed.GetValue(_json))
        {
            JsonDocumentWriter.Write(host.Out, document.WriteJson);
            return ExitCode.Ok;
        }

        document.WriteText(host);
        host.Out.WriteLine($"payload      {document.Envelope.PayloadSha256}");
        foreach (DsseSignature signature in document.Envelope.Signatures)
        {
            host.Out.WriteLine($"signature    says it is by {signature.KeyId ?? "nobody"}; not verified here");
        }

        if (document.Envelope.Signatures.Count == 0)
        {
            host.Out.WriteLine("signature    none");
        }

        return ExitCode.Ok;
    }
}
