using Interlock.Core.Diagnostics;
using Interlock.ExecSpec.Signing.Keys;
using Interlock.ExecSpec.Signing.Trust;

namespace Interlock.ExecSpec.Tests.Signing.Trust;

public sealed class TrustStoreTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly SigningKey _first = SigningKey.Generate();
    private readonly SigningKey _second = SigningKey.Generate(KeyCurve.P384);

    public void Dispose()
    {
        _folder.Dispose();
        _first.Dispose();
        _second.Dispose();
    }

    [Fact]
    public void A_folder_of_public_keys_is_a_trust_store()
    {
        Put("ml.pem", _first);
        Put("safety.pem", _second);
        TrustStore trust = Open();
        Assert.Equal([_first.PublicKey, _second.PublicKey], trust.Keys);
        Assert.Equal(["ml", "safety"], trust.Keys.Select(key => key.Name));
        Assert.Equal(1, trust.Threshold);
        Assert.Empty(trust.RevokedKeys);
    }

    [Fact]
    public void The_threshold_comes_from_the_settings()
    {
        Put("ml.pem", _first);
        Put("safety.pem", _second);
        _folder.Write("trust.json", """{"interlock":"trust/1","threshold":2}""");
        Assert.Equal(2, Open().Threshold);
    }

    [Theory]
    [InlineData("""{"interlock":"trust/1","treshold":2}""", "did you mean threshold?")]
    [InlineData("""{"interlock":"trust/2","threshold":2}""", "trust/1")]
    [InlineData("""{"interlock":"trust/1","threshold":0}""", "1 to 64")]
    [InlineData("""{"interlock":"trust/1","threshold":1.5}""", "1 to 64")]
    [InlineData("""{"interlock":"trust/1","threshold":"2"}""", "1 to 64")]
    [InlineData("""{"threshold":1}""", "interlock")]
    [InlineData("""{"interlock":"trust/1","threshold":1,"threshold":2}""", "not JSON")]
    [InlineData("[]", "expected an object")]
    [InlineData("", "not JSON")]
    public void Settings_that_cannot_be_read_leave_nothing_trusted(string settings, string words)
    {
        Put("ml.pem", _first);
        _folder.Write("trust.json", settings);
        AssertRefused("EX199", words);
    }

    [Fact]
    public void A_revoked_key_is_set_aside()
    {
        Put("ml.pem", _first);
        Put("safety.pem", _second);
        _folder.Write("revoked.json", $$"""{"interlock":"revoked/1","keys":[{"fingerprint":"{{_first.PublicKey.Fingerprint}}","reason":"lost","at":"2026-08-01T12:00:00Z"}]}""");
        DiagnosticCollector findings = new();
        TrustStore trust = TrustStore.Open(_folder.Root, findings);
        Assert.Equal([_second.PublicKey], trust.Keys);
        Assert.Equal([_first.PublicKey], trust.RevokedKeys);
        Assert.Equal("EX203", Assert.Single(findings.Items).Code);
    }

    [Fact]
    public void A_threshold_that_revocation_puts_out_of_reach_is_refused()
    {
        Put("ml.pem", _first);
        _folder.Write("revoked.json", $$"""{"interlock":"revoked/1","keys":[{"fingerprint":"{{_first.PublicKey.Fingerprint}}","reason":"lost","at":"2026-08-01T12:00:00Z"}]}""");
        AssertRefused("EX201", "has 0 that count");
    }

    [Fact]
    public void A_private_key_in_the_store_is_refused()
    {
        Put("ml.pem", _first);
        _second.WriteFile(_folder.PathOf("oops.pem"));
        AssertRefused("EX196", "private key");
    }

    [Fact]
    public void An_encrypted_private_key_in_the_store_is_refused_as_well()
    {
        Put("ml.pem", _first);
        _second.WriteFile(_folder.PathOf("oops.pem"), "secret");
        AssertRefused("EX196", "private key");
    }

    [Fact]
    public void One_key_in_two_files_counts_once()
    {
        Put("a.pem", _first);
        Put("b.pem", _first);
        DiagnosticCollector findings = new();
        Assert.Single(TrustStore.Open(_folder.Root, findings).Keys);
        Assert.Equal("EX202", Assert.Single(findings.Items).Code);

        _folder.Write("trust.json", """{"interlock":"trust/1","threshold":2}""");
        AssertRefused("EX201", "has 1 that count");
    }

    [Fact]
    public void What_is_not_read_is_named()
    {
        Put("ml.pem", _first);
        _folder.Write("notes.txt", "hello");
        _folder.Write("broken.pem", "hello");
        _folder.Write("old/key.pem", _second.PublicKey.ToPem());
        File.CreateSymbolicLink(_folder.PathOf("link.pem"), _folder.PathOf("ml.pem"));
        DiagnosticCollector findings = new();
        Assert.Single(TrustStore.Open(_folder.Root, findings).Keys);
        Assert.Equal(["EX195", "EX198", "EX198", "EX198"], findings.Items.Select(item => item.Code).Order());
        Assert.False(findings.HasErrors);
    }

    [Theory]
    [InlineData("revoked.jsn")]
    [InlineData("Revoked.json")]
    [InlineData("trust.json.txt")]
    [InlineData("REVOKED.JSON")]
    [InlineData("TRUST.JSON")]
    [InlineData("revocation-list.json")]
    public void A_misspelt_setting_is_refused_and_not_passed_over(string name)
    {
        Put("ml.pem", _first);
        _folder.Write(name, "{}");
        AssertRefused("EX198", "close to one");
    }

    [Fact]
    public void A_setting_behind_a_link_is_refused_and_not_passed_over()
    {
        Put("ml.pem", _first);
        string elsewhere = _folder.Write("notes.txt", """{"interlock":"trust/1","threshold":2}""");
        File.CreateSymbolicLink(_folder.PathOf("trust.json"), elsewhere);
        AssertRefused("EX197", "not a plain file");
    }

    [Fact]
    public void A_misspelt_setting_behind_a_link_is_refused_as_well()
    {
        Put("ml.pem", _first);
        File.CreateSymbolicLink(_folder.PathOf("Revoked.json"), _folder.Write("notes.txt", "{}"));
        AssertRefused("EX198", "did you mean revoked.json?");
    }

    [Fact]
    public void Without_keys_or_folder_nothing_is_trusted()
    {
        AssertRefused("EX201", "has 0");
        DiagnosticException refusal = Assert.Throws<DiagnosticException>(() => TrustStore.Open(_folder.PathOf("absent"), new DiagnosticCollector()));
        Assert.Equal("EX197", Assert.Single(refusal.Diagnostics).Code);
    }

    [Fact]
    public void The_number_of_files_is_bounded()
    {
        Put("ml.pem", _first);
        for (int i = 0; i < 1100; i++)
        {
            _folder.Write($"{i}.txt", "");
        }

        AssertRefused("EX197", "entries");
    }

    private void Put(string name, SigningKey key) => key.PublicKey.WriteFile(_folder.PathOf(name));

    private TrustStore Open() => TrustStore.Open(_folder.Root, new DiagnosticCollector());

    private void AssertRefused(string code, string words)
    {
        DiagnosticException refusal = Assert.Throws<DiagnosticException>(Open);
        Diagnostic finding = Assert.Single(refusal.Diagnostics, item => item.Severity == DiagnosticSeverity.Error);
        Assert.Equal(code, finding.Code);
        Assert.Contains(words, finding.ToString(), StringComparison.Ordinal);
    }
}
