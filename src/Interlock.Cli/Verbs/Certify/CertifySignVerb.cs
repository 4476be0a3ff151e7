using System.CommandLine;
using Interlock.Cli.Output;
using Interlock.ExecSpec.Signing;
using Interlock.ExecSpec.Signing.Keys;

namespace Interlock.Cli.Verbs.Certify;

/// <summary><c>interlock certify sign</c>: one more signature under a certificate or waiver.</summary>
internal sealed class CertifySignVerb : IVerb
{
    private const string Help =
        "Sign a certificate or a waiver.\n" +
        "What is signed is shown; what contradicts itself is not signed. Another key adds a signature, the same key replaces its own.\n\n" +
        "Example: interlock certify sign goal.cert.json --key alice.key.pem";

    private readonly Argument<string> _file = new("file") { Description = "Certificate or waiver; signed in place" };
    private readonly KeyOptions _key = new();
    private readonly Option<bool> _json = new("--json") { Description = "One JSON document instead of lines" };

    public Command Build(VerbHost host)
    {
        Command command = new("sign", Help) { _file, _key.Key, _key.PassphraseFile, _json };
        command.SetInterruptibleAction((parsed, _) => Refusals.Guard(host, () => Run(host, parsed)));
        return command;
    }

    private int Run(VerbHost host, ParseResult parsed)
    {
        string file = parsed.GetRequiredValue(_file);
        SignedDocument document = SignedDocument.Read(host, file);
        using SigningKey key = _key.Read(parsed);
        string fingerprint = key.PublicKey.Fingerprint;
        string verb = document.Envelope.Signatures.Any(signature => signature.KeyId == fingerprint) ? "Replaced the signature of" : "Signed by";
        DsseEnvelope signed = document.Envelope.SignedBy(key);
        SignedFile.Write(file, signed);
        if (parsed.GetValue(_json))
        {
            JsonDocumentWriter.Write(host.Out, writer => (document with { Envelope = signed }).WriteJson(writer));
        }
        else
        {
            document.WriteText(host);
        }

        host.Error.WriteLine($"{verb} {fingerprint}; {file} now has {signed.Signatures.Count} of {DsseEnvelope.MostSignatures} possible signatures.");
        return ExitCode.Ok;
    }
}
