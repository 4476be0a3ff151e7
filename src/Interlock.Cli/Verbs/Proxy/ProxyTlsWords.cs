using System.CommandLine;
using Interlock.Runtime.Proxies.Tls;

namespace Interlock.Cli.Verbs.Proxy;

/// <summary>The words of <c>proxy</c> for TLS on either side.</summary>
internal sealed class ProxyTlsWords
{
    private readonly Option<string?> _certificate = new("--tls-cert") { HelpName = "file", Description = "Clients connect over TLS and are shown this certificate: PEM, or PKCS#12 with its key" };
    private readonly Option<string?> _key = new("--tls-key") { HelpName = "file", Description = "The certificate's key in PEM; default: it is in the same file" };
    private readonly Option<string?> _password = new("--tls-password-file") { HelpName = "file", Description = "Password of an encrypted key or PKCS#12 file" };
    private readonly Option<string?> _authorities = new("--upstream-ca") { HelpName = "file", Description = "Who may have issued the certificate of a server behind wss:// or https://, in PEM; default: the authorities of this machine" };

    public void AddTo(Command command)
    {
        command.Options.Add(_certificate);
        command.Options.Add(_key);
        command.Options.Add(_password);
        command.Options.Add(_authorities);
        command.Validators.Add(result =>
        {
            if (result.GetValue(_certificate) is null && (result.GetValue(_key) ?? result.GetValue(_password)) is not null)
            {
                result.AddError("--tls-key and --tls-password-file go with --tls-cert.");
            }
        });
    }

    public TlsIdentity? Identity(VerbHost host, ParseResult parsed) => parsed.GetValue(_certificate) is { } path
        ? TlsIdentity.Load(path, parsed.GetValue(_key), PasswordOf(parsed.GetValue(_password)), host.Clock)
        : null;

    public TlsAuthorities? Authorities(ParseResult parsed) => parsed.GetValue(_authorities) is { } path ? TlsAuthorities.Load(path) : null;

    private static string? PasswordOf(string? path) => path is null ? null : File.ReadAllText(path).TrimEnd('\r', '\n');
}
