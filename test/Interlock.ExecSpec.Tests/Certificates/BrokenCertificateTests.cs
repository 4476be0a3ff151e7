using System.Text;
using Interlock.ExecSpec.Certificates;
using Interlock.ExecSpec.Certificates.Verification;
using Interlock.ExecSpec.Signing;
using Interlock.ExecSpec.Signing.Keys;
using Interlock.ExecSpec.Signing.Trust;

namespace Interlock.ExecSpec.Tests.Certificates;

/// <summary>One certificate, broken in every way that can be seen without looking at what runs; each way has its own answer.</summary>
public sealed class BrokenCertificateTests : IDisposable
{
    private readonly SignedWorld _world = new();

    [Fact]
    public void Nothing_broken_is_accepted_and_every_check_was_made()
    {
        CertificateVerification verification = _world.Verify();
        Assert.True(verification.IsAccepted, string.Join('\n', verification.Failures));
        Assert.All(verification.Findings, finding => Assert.Equal(CheckStatus.Passed, finding.Status));
        string[] codes = ["EX001", "EX002", "EX003", "EX004", "EX010", "EX011", "EX012"];
        Assert.Equal(codes, verification.Findings.Select(finding => finding.Code).Distinct());
        Assert.NotNull(verification.Certificate);
    }

    [Fact]
    public void A_bit_flipped_in_a_digest_of_the_body_breaks_the_signature_and_contradicts_the_rest()
    {
        byte[] payload = _world.Envelope.Payload.ToArray();
        int place = payload.AsSpan().IndexOf(Encoding.ASCII.GetBytes(_world.Certificate.SpecSha256));
        payload[place] ^= 1;
        CertificateVerification verification = _world.Verify(WithPayload(payload));
        AssertFirst(verification, "EX002", "signatures", "changed since", _world.Owner.PublicKey.ShortFingerprint);
        Assert.Null(verification.Certificate);
        Assert.Contains(verification.Failures, finding => finding.Code == "EX001" && finding.Text.Contains("EX2", StringComparison.Ordinal));
    }

    [Fact]
    public void A_bit_flipped_anywhere_in_the_body_is_refused()
    {
        byte[] payload = _world.Envelope.Payload.ToArray();
        for (int place = 0; place < payload.Length; place += 97)
        {
            byte[] flipped = [.. payload];
            flipped[place] ^= (byte)(1 << (place % 8));
            CertificateVerification verification = _world.Verify(WithPayload(flipped));
            Assert.Contains(verification.Failures, finding => finding.Code == "EX002");
            Assert.Null(verification.Certificate);
        }
    }

    [Fact]
    public void A_bit_flipped_in_the_type_is_another_type_that_nobody_signed()
    {
        string json = Encoding.UTF8.GetString(_world.Envelope.ToJson());
        string flipped = json.Replace("in-toto+json", "in-toto+jsoo", StringComparison.Ordinal);
        CertificateVerification verification = CertificateVerifier.Verify(Encoding.UTF8.GetBytes(flipped), _world.Trust(), _world.Today);
        Assert.Equal(["EX002", "EX003"], verification.Failures.Select(finding => finding.Code));
        Assert.Contains("jsoo", verification.Failures.Last().Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_bit_flipped_in_the_signature_leaves_a_body_that_nobody_signed()
    {
        string json = Encoding.UTF8.GetString(_world.Envelope.ToJson());
        byte[] signature = _world.Envelope.Signatures[0].Bytes.ToArray();
        string whole = Convert.ToBase64String(signature);
        signature[^3] ^= 4;
        string flipped = json.Replace(whole, Convert.ToBase64String(signature), StringComparison.Ordinal);
        Assert.NotEqual(json, flipped);
        CertificateVerification verification = CertificateVerifier.Verify(Encoding.UTF8.GetBytes(flipped), _world.Trust(), _world.Today);
        CertificateFinding only = Assert.Single(verification.Failures);
        Assert.Equal("EX002", only.Code);
        Assert.Equal(_world.Owner.PublicKey.Fingerprint, only.Expected);
        Assert.Contains(_world.Owner.PublicKey.Fingerprint, only.Observed, StringComparison.Ordinal);
    }

    [Fact]
    public void Half_an_envelope_is_no_envelope()
    {
        byte[] half = _world.Envelope.ToJson()[..200];
        CertificateVerification verification = CertificateVerifier.Verify(half, _world.Trust(), _world.Today);
        Assert.Equal("EX001", Assert.Single(verification.Failures).Code);
    }

    [Fact]
    public void Expired_says_when_and_what_time_it_is()
    {
        CertificateVerification verification = _world.Verify(request: _world.Today with { Now = SignedWorld.Issued.AddDays(90) });
        AssertOnly(verification, "EX004", "validity", "expired at 2026-05-30T12:00:00Z", "now is 2026-05-30T12:00:00Z");
        Assert.NotNull(verification.Certificate);
    }

    [Fact]
    public void Not_valid_yet_suspects_the_clock() => AssertOnly(
        _world.Verify(request: _world.Today with { Now = SignedWorld.Issued.AddSeconds(-1) }), "EX004", "validity", "not valid yet", "clock");

    [Fact]
    public void Revoked_says_when_and_why()
    {
        RevocationList list = new([], [new Revocation(_world.Envelope.PayloadSha256, "wrong gripper", SignedWorld.Issued.AddHours(2))]);
        AssertOnly(_world.Verify(trust: _world.Trust(list)), "EX004", "revocation", "revoked at 2026-03-01T14:00:00Z", "wrong gripper");
    }

    [Fact]
    public void A_revoked_key_counts_for_nothing()
    {
        RevocationList list = new([new Revocation(_world.Owner.PublicKey.Fingerprint, "laptop stolen", SignedWorld.Issued)], []);
        TrustStore trust = TrustStore.Of([_world.Owner.PublicKey, _world.Stranger.PublicKey], 1, list);
        AssertOnly(_world.Verify(trust: trust), "EX002", "signatures", "revoked");
    }

    [Fact]
    public void A_level_below_the_required_one_names_both() => AssertOnly(
        _world.Verify(request: _world.Today with { RequiredLevel = CertificateLevel.Replayed }), "EX004", "level", "level probed", "required is replayed");

    [Fact]
    public void A_level_above_the_evidence_is_refused_whatever_is_required()
    {
        CertificateVerification verification = _world.Verify(_world.Rewritten(statement => statement["predicate"]!["level"] = "closed_loop"));
        AssertOnly(verification, "EX004", "level", "claims level closed_loop", "its evidence supports probed");
    }

    [Fact]
    public void An_extra_file_is_named_with_its_digest()
    {
        _world.Write("policy/adapter_model.safetensors", "surprise");
        AssertOnly(_world.Verify(), "EX012", "adapter_model.safetensors", "is not certified", "SHA-256");
    }

    [Fact]
    public void A_missing_file_is_named_with_its_digest()
    {
        File.Delete(_world.Weights);
        AssertOnly(_world.Verify(), "EX011", "model.safetensors", "missing", _world.Certificate.Artefacts!.Files.Entries.Single(entry => entry.Path == "model.safetensors").Sha256);
    }

    [Fact]
    public void A_changed_file_is_named_with_both_digests()
    {
        _world.Write("policy/nested/dataset_statistics.json", "{\"libero_goal\": []}");
        CertificateVerification verification = _world.Verify();
        AssertOnly(verification, "EX010", "nested/dataset_statistics.json", verification.Failures.Single().Expected!, verification.Failures.Single().Observed!);
    }

    [Fact]
    public void A_folder_that_is_not_there_fails_as_missing() =>
        Assert.Equal("EX011", Assert.Single(_world.Verify(request: _world.Today with { ArtefactRoot = _world.PolicyFolder + "-gone" }).Failures).Code);

    [Fact]
    public void Files_that_were_not_looked_at_are_reported_as_such()
    {
        CertificateVerification verification = _world.Verify(request: _world.Today with { ArtefactRoot = null });
        Assert.True(verification.IsAccepted);
        Assert.Equal("EX010", Assert.Single(verification.Findings, finding => finding.Status == CheckStatus.NotChecked).Code);
    }

    [Fact]
    public void The_signature_of_a_stranger_counts_for_nothing_and_both_keys_are_named()
    {
        DsseEnvelope envelope = CertificateDocument.ToEnvelope(_world.Certificate).SignedBy(_world.Stranger);
        AssertOnly(_world.Verify(envelope), "EX002", "signatures", _world.Stranger.PublicKey.ShortFingerprint, _world.Owner.PublicKey.ShortFingerprint);
    }

    [Fact]
    public void Two_of_two_signatures_need_two_different_keys()
    {
        using SigningKey other = SigningKey.Generate();
        TrustStore trust = TrustStore.Of([_world.Owner.PublicKey, other.PublicKey], threshold: 2);
        AssertOnly(_world.Verify(_world.Envelope.SignedBy(_world.Owner), trust), "EX002", "signatures", "signed by 1 of 2 trusted keys, 2 needed");
        Assert.True(_world.Verify(_world.Envelope.SignedBy(other), trust).IsAccepted);
    }

    [Fact]
    public void Everything_wrong_at_once_is_reported_at_once_first_cause_first()
    {
        _world.Write("policy/adapter_model.safetensors", "surprise");
        File.Delete(_world.Weights);
        DsseEnvelope envelope = CertificateDocument.ToEnvelope(_world.Certificate).SignedBy(_world.Stranger);
        VerifyRequest request = _world.Today with { Now = SignedWorld.Issued.AddYears(1), RequiredLevel = CertificateLevel.ClosedLoop };
        Assert.Equal(["EX002", "EX004", "EX004", "EX011", "EX012"], _world.Verify(envelope, request: request).Failures.Select(finding => finding.Code));
    }

    public void Dispose() => _world.Dispose();

    private DsseEnvelope WithPayload(byte[] payload)
    {
        string json = Encoding.UTF8.GetString(_world.Envelope.ToJson());
        string changed = json.Replace(Convert.ToBase64String(_world.Envelope.Payload.Span), Convert.ToBase64String(payload), StringComparison.Ordinal);
        Assert.NotEqual(json, changed);
        return DsseEnvelope.Read(Encoding.UTF8.GetBytes(changed));
    }

    private static void AssertOnly(CertificateVerification verification, string code, string subject, params string[] words)
    {
        Assert.Single(verification.Failures);
        AssertFirst(verification, code, subject, words);
    }

    private static void AssertFirst(CertificateVerification verification, string code, string subject, params string[] words)
    {
        CertificateFinding first = verification.Failures.First();
        Assert.Equal((code, subject), (first.Code, first.Subject));
        Assert.All(words, word => Assert.Contains(word, first.Text, StringComparison.Ordinal));
    }
}
