using System.Net.Security;
using System.Security.Authentication;

namespace Interlock.Runtime.Proxies.Tls;

/// <summary>The listening side of TLS.</summary>
internal static class TlsServerSide
{
    // SslProtocols.Tls12, 0x0C00: a lowest version, not one chosen.
    private const int LowestVersion = 0x0c00;

    /// <summary>What clients are offered; no certificate is asked of them.</summary>
    public static SslServerAuthenticationOptions Options(TlsIdentity identity) => new()
    {
        ServerCertificateContext = SslStreamCertificateContext.Create(identity.Certificate, identity.Between, offline: true),
        AllowRenegotiation = false,
    };

    /// <summary>True for TLS 1.2 and newer, whatever the system would let pass.</summary>
    public static bool IsNewEnough(SslProtocols agreed) => (int)agreed >= LowestVersion;
}
