using System.Text;
using Interlock.Core.Diagnostics;
using Interlock.ExecSpec.Certificates;
using Interlock.ExecSpec.Certificates.Statements;
using Interlock.ExecSpec.Certificates.Verification;
using Interlock.ExecSpec.Certificates.Waivers;
using Interlock.ExecSpec.Signing;
using Interlock.ExecSpec.Signing.Trust;

namespace Interlock.ExecSpec.Tests.Certificates.Waivers;

public sealed class WaiverTests : IDisposable
{
    private static readonly DateTimeOffset Today = SignedWorld.Issued.AddDays(1);

    private readonly SignedWorld _world = new();

    private Waiver Waiver => new()
    {
        CertificateSha256 = _world.Envelope.PayloadSha256,
        Codes = ["EX027", "EX053"],
        Reason = "gripper was recalibrated on site",
        Approver = "M. Ruiz",
        IssuedAt = SignedWorld.Issued,
        ExpiresAt = SignedWorld.Issued.AddDays(14),
    };

    [Fact]
    public void A_signed_waiver_covers_its_checks_and_no_other()
    {
        WaiverSet set = WaiverSet.Of([Verify(Waiver)]);
        Assert.Equal("waived by M. Ruiz until 2026-03-15T12:00:00Z, reason: gripper was recalibrated on site", set.Find("EX027")!.Words);
        Assert.NotNull(set.Find("EX053"));
        Assert.Null(set.Find("EX026"));
    }

    [Theory]
    [InlineData("EX001")]
    [InlineData("EX002")]
    [InlineData("EX003")]
    [InlineData("EX004")]
    [InlineData("EX010")]
    [InlineData("EX012")]
    [InlineData("EX020")]
    [InlineData("EX023")]
    [InlineData("EX024")]
    [InlineData("EX040")]
    [InlineData("EX999")]
    [InlineData("*")]
    public void What_can_never_be_waived_makes_the_whole_waiver_void(string code)
    {
        Waiver greedy = Waiver with { Codes = ["EX027", code] };
        DiagnosticCollector findings = new();
        WaiverDocument.Check(greedy, findings);
        Assert.Equal("EX217", Assert.Single(findings.Items).Code);
        WaiverVerification verification = Verify(greedy);
        Assert.Null(verification.Waiver);
        Assert.Null(WaiverSet.Of([verification]).Find("EX027"));
    }

    [Fact]
    public void A_waiver_of_another_certificate_covers_nothing()
    {
        WaiverVerification verification = Verify(Waiver with { CertificateSha256 = new string('0', 64) });
        Assert.Null(verification.Waiver);
        Assert.Equal("EX218", Assert.Single(verification.Failures).Code);
    }

    [Fact]
    public void A_waiver_whose_certificate_is_not_known_covers_nothing()
    {
        WaiverVerification verification = WaiverVerifier.Verify(Envelope(Waiver).ToJson(), _world.Trust(), null, Today);
        Assert.Empty(verification.Failures);
        Assert.Null(verification.Waiver);
    }

    [Fact]
    public void An_expired_waiver_covers_nothing() =>
        Assert.Equal("EX004", Assert.Single(Verify(Waiver, now: SignedWorld.Issued.AddDays(14)).Failures).Code);

    [Fact]
    public void A_revoked_waiver_covers_nothing()
    {
        RevocationList list = new([], [new Revocation(Envelope(Waiver).PayloadSha256, "approver left", Today)]);
        Assert.Equal("EX004", Assert.Single(Verify(Waiver, _world.Trust(list)).Failures).Code);
    }

    [Fact]
    public void A_waiver_signed_by_a_stranger_covers_nothing()
    {
        DsseEnvelope envelope = WaiverDocument.ToEnvelope(Waiver).SignedBy(_world.Stranger);
        WaiverVerification verification = WaiverVerifier.Verify(envelope.ToJson(), _world.Trust(), _world.Envelope.PayloadSha256, Today);
        Assert.Equal("EX002", Assert.Single(verification.Failures).Code);
        Assert.Null(verification.Waiver);
    }

    [Fact]
    public void A_waiver_needs_as_many_signatures_as_a_certificate()
    {
        TrustStore trust = TrustStore.Of([_world.Owner.PublicKey, _world.Stranger.PublicKey], threshold: 2);
        Assert.Null(Verify(Waiver, trust).Waiver);
        byte[] both = Envelope(Waiver).SignedBy(_world.Stranger).ToJson();
        Assert.NotNull(WaiverVerifier.Verify(both, trust, _world.Envelope.PayloadSha256, Today).Waiver);
    }

    [Fact]
    public void A_waiver_is_no_certificate_and_a_certificate_no_waiver()
    {
        Assert.Equal("EX003", Assert.Single(_world.Verify(Envelope(Waiver)).Failures).Code);
        WaiverVerification other = WaiverVerifier.Verify(_world.Envelope.ToJson(), _world.Trust(), _world.Envelope.PayloadSha256, Today);
        Assert.Equal("EX003", Assert.Single(other.Failures).Code);
    }

    [Fact]
    public void A_field_that_this_version_does_not_know_makes_a_waiver_void()
    {
        string text = Encoding.UTF8.GetString(WaiverDocument.ToEnvelope(Waiver).Payload.Span);
        string longer = text.Replace("\"approver\":", "\"only_in_simulation\":true,\"approver\":", StringComparison.Ordinal);
        DsseEnvelope envelope = DsseEnvelope.Create(StatementTypes.Payload, Encoding.UTF8.GetBytes(longer)).SignedBy(_world.Owner);
        WaiverVerification verification = WaiverVerifier.Verify(envelope.ToJson(), _world.Trust(), _world.Envelope.PayloadSha256, Today);
        Assert.Contains("EX207", Assert.Single(verification.Failures).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "M. Ruiz")]
    [InlineData("because", " ")]
    public void Nobody_or_no_reason_is_no_waiver(string reason, string approver)
    {
        DiagnosticCollector findings = new();
        WaiverDocument.Check(Waiver with { Reason = reason, Approver = approver }, findings);
        Assert.True(findings.HasErrors);
    }

    public void Dispose() => _world.Dispose();

    private DsseEnvelope Envelope(Waiver waiver) => WaiverDocument.ToEnvelope(waiver).SignedBy(_world.Owner);

    private WaiverVerification Verify(Waiver waiver, TrustStore? trust = null, DateTimeOffset? now = null) =>
        WaiverVerifier.Verify(Envelope(waiver).ToJson(), trust ?? _world.Trust(), _world.Envelope.PayloadSha256, now ?? Today);
}
