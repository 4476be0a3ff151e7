using System.Net.Security;
using System.Security.Authentication;

namespace Interlock.Runtime.Proxies.Tls;

/// <summary>The listening side of TLS.</summary>
internal static class TlsServerSide
{
    /// <summary>What clients are offered: TLS 1.2 or newer, no certificate asked of them.</summary>
    public static SslServerAuthenticationOptions Options(TlsIdentity identity) => new()
    {
        ServerCertificateContext = SslStreamCertificateContext.Create(identity.Certificate, identity.Between, offline: true),
        EnabledSslProtocols = SslProtocols.Tls12 | SslProtocols.Tls13,
        AllowRenegotiation = false,
    };
}
