using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Interlock.Core.Diagnostics;
using Interlock.Core.Text;

namespace Interlock.Runtime.Proxies.Tls;

/// <summary>Whose certificates the policy server may show; in place of the authorities of this machine, not beside them.</summary>
public sealed class TlsAuthorities : IDisposable
{
    private readonly X509Certificate2Collection _roots;

    private TlsAuthorities(X509Certificate2Collection roots) => _roots = roots;

    /// <summary>Reads them.</summary>
    /// <param name="path">PEM of one or more certificates of authorities.</param>
    /// <exception cref="DiagnosticException">RT239: missing, unreadable, or none in it.</exception>
    public static TlsAuthorities Load(string path)
    {
        X509Certificate2Collection roots = [];
        try
        {
            if (PemText.IsIn(path))
            {
                roots.ImportFromPemFile(path);
            }
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or CryptographicException)
        {
            throw ProxyError.Of(ProxyCodes.Untrusted, "upstream", $"{Quoted.Of(path)} cannot be used: {failure.Message}");
        }

        return roots.Count > 0
            ? new TlsAuthorities(roots)
            : throw ProxyError.Of(ProxyCodes.Untrusted, "upstream", $"{Quoted.Of(path)} has no certificate of an authority in PEM");
    }

    /// <inheritdoc />
    public void Dispose()
    {
        foreach (X509Certificate2 root in _roots)
        {
            root.Dispose();
        }
    }

    // The name is checked by the caller, and stays checked.
    internal X509ChainPolicy Policy
    {
        get
        {
            X509ChainPolicy policy = new() { TrustMode = X509ChainTrustMode.CustomRootTrust, RevocationMode = X509RevocationMode.NoCheck };
            policy.CustomTrustStore.AddRange(_roots);
            return policy;
        }
    }

    internal static SslClientAuthenticationOptions Client(TlsAuthorities? authorities, string host) => new()
    {
        TargetHost = host,
        CertificateChainPolicy = authorities?.Policy,
    };
}
