using System.CommandLine;
using Interlock.Cli.Output;
using Interlock.ExecSpec.Signing.Keys;

namespace Interlock.Cli.Verbs.Certify;

/// <summary><c>interlock certify keygen</c>: a new pair of keys.</summary>
internal sealed class CertifyKeygenVerb : IVerb
{
    private const string Help =
        "Make a pair of signing keys.\n" +
        "ECDSA P-256: NAME.key.pem, which only you may read, and NAME.pub.pem for trust stores. A key that exists is never replaced (exit code 3).\n\n" +
        "Example: interlock certify keygen -o alice";

    private readonly Option<string> _output = new("--output", "-o") { Description = "Path and name without extension", DefaultValueFactory = _ => "interlock" };
    private readonly Option<string?> _passphrase = KeyOptions.PassphraseOption();
    private readonly Option<bool> _json = new("--json") { Description = "One JSON document instead of lines" };

    public Command Build(VerbHost host)
    {
        Command command = new("keygen", Help) { _output, _passphrase, _json };
        command.SetInterruptibleAction((parsed, _) => Refusals.Guard(host, () => Run(host, parsed)));
        return command;
    }

    private int Run(VerbHost host, ParseResult parsed)
    {
        string name = parsed.GetRequiredValue(_output);
        (string secret, string open) = ($"{name}.key.pem", $"{name}.pub.pem");
        using SigningKey key = SigningKey.Generate();
        Write(key, secret, open, KeyOptions.Passphrase(parsed.GetValue(_passphrase)));
        if (parsed.GetValue(_json))
        {
            JsonDocumentWriter.Write(host.Out, writer =>
            {
                writer.WriteStartObject();
                writer.WriteString("private_key", secret);
                writer.WriteString("public_key", open);
                writer.WriteString("fingerprint", key.PublicKey.Fingerprint);
                writer.WriteEndObject();
            });
            return ExitCode.Ok;
        }

        host.Out.WriteLine($"{secret}  private, keep it to yourself");
        host.Out.WriteLine($"{open}  public, fingerprint {key.PublicKey.Fingerprint}");
        host.Out.WriteLine($"Next: copy {open} into the trust store of every robot that is to believe this key.");
        return ExitCode.Ok;
    }

    /// <summary>Neither file is left alone when the other cannot be written.</summary>
    private static void Write(SigningKey key, string secret, string open, char[] passphrase)
    {
        key.PublicKey.WriteFile(open);
        try
        {
            key.WriteFile(secret, passphrase);
        }
        catch
        {
            File.Delete(open);
            throw;
        }
        finally
        {
            Array.Clear(passphrase);
        }
    }
}
