using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Interlock.Runtime.Tests.Proxies.Tls;

/// <summary>An authority of its own, and certificates it issues, as files of a folder.</summary>
internal sealed class TestCertificates : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly X509Certificate2 _authority;

    public TestCertificates()
    {
        using ECDsa key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        CertificateRequest request = new("CN=Test authority", key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        _authority = request.CreateSelfSigned(TimeProvider.System.GetUtcNow().AddDays(-900), TimeProvider.System.GetUtcNow().AddDays(900));
        File.WriteAllText(AuthorityPath, _authority.ExportCertificatePem());
    }

    public string AuthorityPath => _folder.PathOf("authority.pem");

    public string PathOf(string name) => _folder.PathOf(name);

    /// <summary>Writes NAME.pem, NAME.key, NAME.locked.key (password `word`) and NAME.p12 (password `word`).</summary>
    public void Issue(string name, double fromDays = -1, double toDays = 1)
    {
        using ECDsa key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        CertificateRequest request = new("CN=localhost", key, HashAlgorithmName.SHA256);
        SubjectAlternativeNameBuilder names = new();
        names.AddDnsName("localhost");
        names.AddIpAddress(IPAddress.Loopback);
        request.CertificateExtensions.Add(names.Build());
        using X509Certificate2 issued = request.Create(_authority, TimeProvider.System.GetUtcNow().AddDays(fromDays), TimeProvider.System.GetUtcNow().AddDays(toDays), [1, 2, 3, 4]);
        using X509Certificate2 pair = issued.CopyWithPrivateKey(key);
        File.WriteAllText(PathOf($"{name}.pem"), issued.ExportCertificatePem());
        File.WriteAllText(PathOf($"{name}.key"), key.ExportPkcs8PrivateKeyPem());
        PbeParameters locked = new(PbeEncryptionAlgorithm.Aes128Cbc, HashAlgorithmName.SHA256, 1000);
        File.WriteAllText(PathOf($"{name}.locked.key"), key.ExportEncryptedPkcs8PrivateKeyPem("word", locked));
        File.WriteAllBytes(PathOf($"{name}.p12"), pair.Export(X509ContentType.Pkcs12, "word"));
    }

    public void Dispose()
    {
        _authority.Dispose();
        _folder.Dispose();
    }
}
