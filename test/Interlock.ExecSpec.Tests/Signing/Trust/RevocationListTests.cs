using System.Text;
using Interlock.Core.Diagnostics;
using Interlock.Core.Randomness;
using Interlock.ExecSpec.Signing.Trust;

namespace Interlock.ExecSpec.Tests.Signing.Trust;

public sealed class RevocationListTests
{
    private const int Mutations = 20_000;

    private static readonly string KeyDigest = new('a', 64);
    private static readonly string CertificateDigest = new('b', 64);
    private static readonly RevocationList Example = new(
        [new Revocation(KeyDigest, "laptop \"stolen\"", new DateTimeOffset(2026, 8, 1, 12, 0, 0, TimeSpan.Zero))],
        [new Revocation(CertificateDigest, "wrong statistics", new DateTimeOffset(2026, 8, 2, 0, 0, 0, TimeSpan.Zero))]);

    [Fact]
    public void A_list_survives_writing_and_reading()
    {
        RevocationList read = RevocationList.Read(Example.ToJson());
        Assert.Equal(Example.Keys, read.Keys);
        Assert.Equal(Example.Certificates, read.Certificates);
        Assert.Equal("wrong statistics", read.FindCertificate(CertificateDigest)!.Reason);
        Assert.NotNull(read.FindKey(KeyDigest));
        Assert.Null(read.FindKey(CertificateDigest));
    }

    [Theory]
    [InlineData("""{"interlock":"revoked/1","key":[]}""", "did you mean keys?")]
    [InlineData("""{"interlock":"revoked/2"}""", "revoked/1")]
    [InlineData("""{"keys":[]}""", "interlock")]
    [InlineData("""{"interlock":"revoked/1","keys":{}}""", "keys")]
    [InlineData("""{"interlock":"revoked/1","keys":["a"]}""", "keys[0]")]
    [InlineData("""{"interlock":"revoked/1","keys":[{"fingerprint":"AA","reason":"r","at":"2026-08-01T12:00:00Z"}]}""", "64 lower-case")]
    [InlineData("""{"interlock":"revoked/1","keys":[{"sha256":"aa","reason":"r","at":"2026-08-01T12:00:00Z"}]}""", "not a key of this file")]
    [InlineData("""{"interlock":"revoked/1","certificates":[{"sha256":"KEY","reason":"r","at":"yesterday"}]}""", "UTC time")]
    [InlineData("""{"interlock":"revoked/1","certificates":[{"sha256":"KEY","at":"2026-08-01T12:00:00Z"}]}""", "reason")]
    public void A_list_with_any_error_is_refused(string json, string words)
    {
        byte[] utf8 = Encoding.UTF8.GetBytes(json.Replace("KEY", KeyDigest, StringComparison.Ordinal));
        DiagnosticException refusal = Assert.Throws<DiagnosticException>(() => RevocationList.Read(utf8));
        Assert.All(refusal.Diagnostics, finding => Assert.Equal("EX200", finding.Code));
        Assert.Contains(words, refusal.Diagnostics[0].ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Mutated_lists_are_read_or_refused_and_nothing_else()
    {
        SeededRandom random = new(5);
        byte[] original = Example.ToJson();
        int refused = 0;
        for (int i = 0; i < Mutations; i++)
        {
            try
            {
                RevocationList.Read(Mutation.Of(original, random));
            }
            catch (DiagnosticException)
            {
                refused++;
            }
        }

        Assert.InRange(refused, Mutations / 2, Mutations);
    }
}
