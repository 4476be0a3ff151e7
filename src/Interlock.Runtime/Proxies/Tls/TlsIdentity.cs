using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Interlock.Core.Diagnostics;
using Interlock.Core.Text;

namespace Interlock.Runtime.Proxies.Tls;

/// <summary>What a proxy shows to clients that connect over TLS: a certificate, its key, and the certificates between it and its authority.</summary>
public sealed class TlsIdentity : IDisposable
{
    private const string Place = "tls";

    private TlsIdentity(X509Certificate2 certificate, X509Certificate2Collection between) => (Certificate, Between) = (certificate, between);

    /// <summary>For whom it was issued.</summary>
    public string Subject => Certificate.Subject;

    /// <summary>When it expires.</summary>
    public DateTimeOffset EndsUtc => Certificate.NotAfter.ToUniversalTime();

    internal X509Certificate2 Certificate { get; }

    internal X509Certificate2Collection Between { get; }

    /// <summary>Reads a certificate with its key.</summary>
    /// <param name="certificatePath">PEM, the server's certificate first, or PKCS#12.</param>
    /// <param name="keyPath">PEM of the key; null where the key is in <paramref name="certificatePath"/>.</param>
    /// <param name="password">Of an encrypted key or PKCS#12 file; null for none.</param>
    /// <param name="time">Tells whether it is valid now.</param>
    /// <exception cref="DiagnosticException">RT237: missing, unreadable, not of one pair, no key, wrong password, expired, or not valid yet.</exception>
    public static TlsIdentity Load(string certificatePath, string? keyPath, string? password, TimeProvider time)
    {
        try
        {
            TlsIdentity identity = PemText.IsIn(certificatePath)
                ? FromPem(certificatePath, keyPath ?? certificatePath, password)
                : FromPkcs12(certificatePath, keyPath, password);
            try
            {
                Check(identity.Certificate, certificatePath, time.GetUtcNow());
                return identity;
            }
            catch (DiagnosticException)
            {
                identity.Dispose();
                throw;
            }
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or CryptographicException or ArgumentException)
        {
            throw Refused($"{Quoted.Of(certificatePath)}{(keyPath is null ? "" : $" with {Quoted.Of(keyPath)}")} cannot be used: {failure.Message}");
        }
    }

    /// <inheritdoc />
    public void Dispose()
    {
        Certificate.Dispose();
        foreach (X509Certificate2 one in Between)
        {
            one.Dispose();
        }
    }

    private static TlsIdentity FromPem(string certificatePath, string keyPath, string? password)
    {
        X509Certificate2Collection all = [];
        all.ImportFromPemFile(certificatePath);
        using X509Certificate2 pair = Pair(certificatePath, keyPath, password);
        return new TlsIdentity(Lasting(pair), [.. all.Skip(1)]);
    }

    private static X509Certificate2 Pair(string certificatePath, string keyPath, string? password) => password is null
        ? X509Certificate2.CreateFromPemFile(certificatePath, keyPath)
        : X509Certificate2.CreateFromEncryptedPemFile(certificatePath, password, keyPath);

    private static TlsIdentity FromPkcs12(string path, string? keyPath, string? password)
    {
        if (keyPath is not null)
        {
            throw Refused($"{Quoted.Of(path)} is no PEM text, and a key was named beside it", "PKCS#12 files have their key in them");
        }

        X509Certificate2Collection all = X509CertificateLoader.LoadPkcs12CollectionFromFile(path, password);
        X509Certificate2 own = all.FirstOrDefault(one => one.HasPrivateKey)
            ?? throw Refused($"{Quoted.Of(path)} has no certificate with a private key");
        return new TlsIdentity(own, [.. all.Where(one => !ReferenceEquals(one, own))]);
    }

    // Windows takes no key that lives in memory alone, so that it goes once through the form of a file.
    private static X509Certificate2 Lasting(X509Certificate2 pair) => X509CertificateLoader.LoadPkcs12(pair.Export(X509ContentType.Pkcs12), null);

    private static void Check(X509Certificate2 certificate, string path, DateTimeOffset now)
    {
        if (now > certificate.NotAfter.ToUniversalTime())
        {
            throw Refused($"{Quoted.Of(path)} expired on {UtcDay.Of(certificate.NotAfter)}", "have it renewed; clients refuse it");
        }

        if (now < certificate.NotBefore.ToUniversalTime())
        {
            throw Refused($"{Quoted.Of(path)} is not valid before {UtcDay.Of(certificate.NotBefore)}", "is the clock of this machine right?");
        }
    }

    private static DiagnosticException Refused(string message, string? hint = null) => ProxyError.Of(ProxyCodes.Certificate, Place, message, hint);
}
