using Interlock.Core.Diagnostics;
using Interlock.Runtime.Proxies.Tls;

namespace Interlock.Runtime.Tests.Proxies.Tls;

public sealed class TlsIdentityTests : IDisposable
{
    private readonly TestCertificates _files = new();

    public TlsIdentityTests()
    {
        _files.Issue("good");
        _files.Issue("other");
        _files.Issue("old", fromDays: -10, toDays: -1);
        _files.Issue("early", fromDays: 1, toDays: 10);
    }

    public void Dispose() => _files.Dispose();

    [Theory]
    [InlineData("good.pem", "good.key", null)]
    [InlineData("good.pem", "good.locked.key", "word")]
    [InlineData("good.p12", null, "word")]
    public void A_pair_is_read_in_every_form(string certificate, string? key, string? password)
    {
        using TlsIdentity identity = Load(certificate, key, password);
        Assert.Equal("CN=localhost", identity.Subject);
    }

    [Theory]
    [InlineData("none.pem", "good.key", null)]
    [InlineData("good.pem", "none.key", null)]
    [InlineData("good.pem", null, null)]
    [InlineData("good.pem", "other.key", null)]
    [InlineData("good.pem", "good.locked.key", null)]
    [InlineData("good.pem", "good.locked.key", "wrong")]
    [InlineData("good.p12", null, "wrong")]
    [InlineData("good.p12", "good.key", "word")]
    [InlineData("old.pem", "old.key", null)]
    [InlineData("early.pem", "early.key", null)]
    [InlineData("good.key", "good.pem", null)]
    public void What_cannot_be_served_is_a_finding(string certificate, string? key, string? password) =>
        Assert.Equal("RT237", Assert.Throws<DiagnosticException>(() => Load(certificate, key, password)).Diagnostics[0].Code);

    [Fact]
    public void Authorities_that_are_none_are_a_finding()
    {
        Assert.Equal("RT239", Assert.Throws<DiagnosticException>(() => TlsAuthorities.Load(_files.PathOf("none.pem"))).Diagnostics[0].Code);
        Assert.Equal("RT239", Assert.Throws<DiagnosticException>(() => TlsAuthorities.Load(_files.PathOf("good.key"))).Diagnostics[0].Code);
    }

    private TlsIdentity Load(string certificate, string? key, string? password) =>
        TlsIdentity.Load(_files.PathOf(certificate), key is null ? null : _files.PathOf(key), password, TimeProvider.System);
}
