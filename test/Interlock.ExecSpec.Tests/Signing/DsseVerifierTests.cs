using Interlock.Core.Diagnostics;
using Interlock.ExecSpec.Signing;
using Interlock.ExecSpec.Signing.Keys;
using Interlock.ExecSpec.Signing.Trust;

namespace Interlock.ExecSpec.Tests.Signing;

public sealed class DsseVerifierTests : IDisposable
{
    private const string Type = "application/vnd.interlock.test+json";

    private readonly SigningKey _owner = SigningKey.Generate();
    private readonly SigningKey _safety = SigningKey.Generate(KeyCurve.P384);
    private readonly SigningKey _stranger = SigningKey.Generate();
    private readonly DsseEnvelope _draft = DsseEnvelope.Create(Type, "{\"certified\":\"libero_goal\"}"u8);

    public void Dispose()
    {
        _owner.Dispose();
        _safety.Dispose();
        _stranger.Dispose();
    }

    [Fact]
    public void What_was_verified_is_what_may_be_parsed()
    {
        DsseEnvelope envelope = _draft.SignedBy(_owner);
        VerifiedPayload payload = Verify(envelope, 1, out _)!;
        Assert.Equal(envelope.Payload.ToArray(), payload.Bytes.ToArray());
        Assert.Equal(envelope.PayloadSha256, payload.Sha256);
        Assert.Equal([_owner.PublicKey], payload.SignedBy);
    }

    [Fact]
    public void Two_of_two_need_two_different_keys()
    {
        Assert.NotNull(Verify(_draft.SignedBy(_owner).SignedBy(_safety), 2, out _));
        Assert.Null(Verify(_draft.SignedBy(_owner), 2, out DiagnosticCollector findings));
        Diagnostic finding = Assert.Single(findings.Items);
        Assert.Equal("EX002", finding.Code);
        Assert.Contains("signed by 1 of 2 trusted keys, 2 needed", finding.Message, StringComparison.Ordinal);
        Assert.Contains(_owner.PublicKey.ShortFingerprint, finding.Message, StringComparison.Ordinal);
        Assert.Contains(_safety.PublicKey.ShortFingerprint, finding.Hint, StringComparison.Ordinal);
    }

    [Fact]
    public void One_key_that_signs_twice_counts_once()
    {
        DsseSignature[] twice = [_draft.SignedBy(_owner).Signatures[0], _draft.SignedBy(_owner).Signatures[0] with { KeyId = "somebody else" }];
        DsseEnvelope envelope = DsseEnvelope.Of(Type, _draft.Payload.ToArray(), twice);
        Assert.Equal([_owner.PublicKey], DsseVerifier.Check(envelope, [_owner.PublicKey, _safety.PublicKey, _owner.PublicKey], 2).SignedBy);
        Assert.Null(Verify(envelope, 2, out _));
    }

    [Fact]
    public void A_key_id_decides_nothing()
    {
        DsseSignature real = _draft.SignedBy(_owner).Signatures[0];
        DsseSignature forged = _draft.SignedBy(_stranger).Signatures[0] with { KeyId = _owner.PublicKey.Fingerprint };
        Assert.NotNull(Verify(With(real with { KeyId = "wrong" }), 1, out _));
        Assert.NotNull(Verify(With(real with { KeyId = null }), 1, out _));
        Assert.Null(Verify(With(forged), 1, out _));
    }

    [Fact]
    public void A_strangers_signature_is_listed_and_does_not_spoil_the_others()
    {
        SignatureReport report = Verify(_draft.SignedBy(_stranger).SignedBy(_owner), 1, out _)!.Report;
        Assert.Equal([null, _owner.PublicKey], report.Signatures.Select(verdict => verdict.MadeBy));
        Assert.Contains("not by a trusted key", report.Summary, StringComparison.Ordinal);
    }

    [Fact]
    public void A_revoked_key_counts_for_nothing_and_is_named()
    {
        RevocationList revoked = new([new Revocation(_owner.PublicKey.Fingerprint, "laptop stolen", DateTimeOffset.UnixEpoch)], []);
        TrustStore trust = TrustStore.Of([_owner.PublicKey, _safety.PublicKey], 1, revoked);
        DiagnosticCollector findings = new();
        Assert.Null(DsseVerifier.Verify(_draft.SignedBy(_owner), trust, [Type], findings));
        Assert.Contains("revoked", Assert.Single(findings.Items).Message, StringComparison.Ordinal);
        Assert.NotNull(DsseVerifier.Verify(_draft.SignedBy(_owner).SignedBy(_safety), trust, [Type], new DiagnosticCollector()));
    }

    [Fact]
    public void Another_payload_type_is_refused_even_when_it_is_signed()
    {
        DsseEnvelope waiver = DsseEnvelope.Create("application/vnd.interlock.waiver+json", "{}"u8).SignedBy(_owner);
        Assert.Null(Verify(waiver, 1, out DiagnosticCollector findings));
        Assert.Equal("EX003", Assert.Single(findings.Items).Code);
    }

    [Fact]
    public void Without_signatures_nothing_is_accepted()
    {
        Assert.Null(Verify(_draft, 1, out DiagnosticCollector findings));
        Assert.Contains("there is no signature", Assert.Single(findings.Items).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => DsseVerifier.Check(_draft, [_owner.PublicKey], 0));
    }

    [Fact]
    public void Every_flipped_bit_of_the_body_is_seen()
    {
        DsseEnvelope envelope = _draft.SignedBy(_owner);
        AllFlips(envelope.Payload.ToArray(), body => DsseEnvelope.Of(Type, body, envelope.Signatures));
    }

    [Fact]
    public void Every_flipped_bit_of_the_type_is_seen()
    {
        DsseEnvelope envelope = _draft.SignedBy(_owner);
        AllFlips([.. Type.Select(letter => (byte)letter)], type => DsseEnvelope.Of(System.Text.Encoding.Latin1.GetString(type), envelope.Payload.ToArray(), envelope.Signatures));
    }

    [Fact]
    public void Every_flipped_bit_of_a_signature_is_seen()
    {
        AllFlips(_draft.SignedBy(_owner).Signatures[0].Bytes.ToArray(), bytes => With(new DsseSignature(null, bytes)));
        AllFlips(_draft.SignedBy(_safety).Signatures[0].Bytes.ToArray(), bytes => With(new DsseSignature(null, bytes)));
    }

    [Fact]
    public void A_signature_with_something_behind_it_is_refused()
    {
        byte[] bytes = _draft.SignedBy(_owner).Signatures[0].Bytes.ToArray();
        Assert.False(_owner.PublicKey.Verifies(PreAuthenticationEncoding.Of(Type, _draft.Payload.Span), [.. bytes, 0]));
        Assert.False(_owner.PublicKey.Verifies(PreAuthenticationEncoding.Of(Type, _draft.Payload.Span), []));
    }

    private DsseEnvelope With(DsseSignature signature) => DsseEnvelope.Of(Type, _draft.Payload.ToArray(), [signature]);

    private VerifiedPayload? Verify(DsseEnvelope envelope, int threshold, out DiagnosticCollector findings)
    {
        findings = new DiagnosticCollector();
        return DsseVerifier.Verify(envelope, TrustStore.Of([_owner.PublicKey, _safety.PublicKey], threshold), [Type], findings);
    }

    private void AllFlips(byte[] original, Func<byte[], DsseEnvelope> build)
    {
        VerificationKey[] trusted = [_owner.PublicKey, _safety.PublicKey];
        Assert.True(DsseVerifier.Check(build(original), trusted).IsAccepted);
        for (int bit = 0; bit < original.Length * 8; bit++)
        {
            byte[] flipped = [.. original];
            flipped[bit / 8] ^= (byte)(1 << (bit % 8));
            Assert.False(DsseVerifier.Check(build(flipped), trusted).IsAccepted, $"bit {bit}");
        }
    }
}
