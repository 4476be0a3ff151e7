using System.Text;
using Interlock.Core.Diagnostics;
using Interlock.Core.Randomness;
using Interlock.ExecSpec.Signing;
using Interlock.ExecSpec.Signing.Keys;

namespace Interlock.ExecSpec.Tests.Signing;

public sealed class DsseEnvelopeTests
{
    private const int Mutations = 50_000;
    private const string Type = "application/vnd.interlock.test+json";

    [Fact]
    public void An_envelope_survives_writing_and_reading()
    {
        using SigningKey key = SigningKey.Generate();
        DsseEnvelope written = DsseEnvelope.Create(Type, [0, 1, 250, 255]).SignedBy(key);
        DsseEnvelope read = DsseEnvelope.Read(written.ToJson());
        Assert.Equal(Type, read.PayloadType);
        Assert.Equal([0, 1, 250, 255], read.Payload.ToArray());
        Assert.Equal(key.PublicKey.Fingerprint, Assert.Single(read.Signatures).KeyId);
        Assert.Equal(written.ToJson(), read.ToJson());
    }

    [Theory]
    [InlineData("-_-_", "fb ff bf")]
    [InlineData("+/+/", "fb ff bf")]
    [InlineData("-_8=", "fb ff")]
    [InlineData("-_8", "fb ff")]
    [InlineData("-w==", "fb")]
    [InlineData("", "")]
    public void Both_alphabets_are_read_with_and_without_padding(string payload, string expected) =>
        Assert.Equal(Convert.FromHexString(expected.Replace(" ", "", StringComparison.Ordinal)), Read($$"""{"payload":"{{payload}}","payloadType":"t","signatures":[]}""").Payload.ToArray());

    [Fact]
    public void Fields_that_the_format_does_not_know_are_ignored()
    {
        DsseEnvelope envelope = Read("""{"extra":{"a":[1]},"payload":"YQ==","payloadType":"t","signatures":[{"sig":"YQ==","keyid":null,"cert":"x"}]}""");
        Assert.Null(Assert.Single(envelope.Signatures).KeyId);
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("""{"payloadType":"t","signatures":[]}""")]
    [InlineData("""{"payload":"YQ==","signatures":[]}""")]
    [InlineData("""{"payload":"YQ==","payloadType":"","signatures":[]}""")]
    [InlineData("""{"payload":"YQ==","payloadType":"t"}""")]
    [InlineData("""{"payload":"YQ==","payloadType":"t","signatures":{}}""")]
    [InlineData("""{"payload":"YQ==","payloadType":"t","signatures":[1]}""")]
    [InlineData("""{"payload":"YQ==","payloadType":"t","signatures":[{"keyid":"a"}]}""")]
    [InlineData("""{"payload":"YQ==","payloadType":"t","signatures":[{"sig":"YQ==","keyid":1}]}""")]
    [InlineData("""{"payload":"YQ==","payload":"Yg==","payloadType":"t","signatures":[]}""")]
    [InlineData("""{"payload":"YQ==","payloadType":"\ud800","signatures":[]}""")]
    [InlineData("""{"payload":"Y Q=","payloadType":"t","signatures":[]}""")]
    [InlineData("""{"payload":"YQ=","payloadType":"t","signatures":[]}""")]
    [InlineData("""{"payload":"YR==","payloadType":"t","signatures":[]}""")]
    [InlineData("""{"payload":"-/-/","payloadType":"t","signatures":[]}""")]
    [InlineData("""{"payload":"Y","payloadType":"t","signatures":[]}""")]
    public void What_is_not_an_envelope_is_refused(string json)
    {
        DiagnosticException refusal = Assert.Throws<DiagnosticException>(() => Read(json));
        Assert.Equal("EX001", Assert.Single(refusal.Diagnostics).Code);
    }

    [Fact]
    public void The_count_of_signatures_and_the_size_are_bounded()
    {
        string many = string.Join(',', Enumerable.Repeat("""{"sig":"YQ=="}""", DsseEnvelope.MostSignatures + 1));
        Assert.Throws<DiagnosticException>(() => Read($$"""{"payload":"YQ==","payloadType":"t","signatures":[{{many}}]}"""));
        Assert.Throws<DiagnosticException>(() => DsseEnvelope.Read(new byte[DsseEnvelope.LargestFile + 1]));
    }

    [Fact]
    public void Signing_again_with_one_key_replaces_its_signature()
    {
        using SigningKey first = SigningKey.Generate();
        using SigningKey second = SigningKey.Generate(KeyCurve.P384);
        DsseEnvelope envelope = DsseEnvelope.Create(Type, "x"u8).SignedBy(first).SignedBy(second).SignedBy(first);
        Assert.Equal([second.PublicKey.Fingerprint, first.PublicKey.Fingerprint], envelope.Signatures.Select(item => item.KeyId));
    }

    [Fact]
    public void Somebody_elses_signature_under_my_key_id_survives_mine()
    {
        using SigningKey mine = SigningKey.Generate();
        using SigningKey theirs = SigningKey.Generate();
        DsseEnvelope signed = DsseEnvelope.Create(Type, "x"u8).SignedBy(theirs);
        string renamed = Encoding.UTF8.GetString(signed.ToJson()).Replace(theirs.PublicKey.Fingerprint, mine.PublicKey.Fingerprint, StringComparison.Ordinal);
        SignatureReport report = DsseVerifier.Check(Read(renamed).SignedBy(mine), [mine.PublicKey, theirs.PublicKey], threshold: 2);
        Assert.True(report.IsAccepted, report.Summary);
    }

    [Fact]
    public void Mutated_envelopes_are_read_or_refused_and_nothing_else()
    {
        using SigningKey key = SigningKey.Generate();
        byte[] original = DsseEnvelope.Create(Type, "{\"a\":1}"u8).SignedBy(key).SignedBy(key).ToJson();
        SeededRandom random = new(77);
        int refused = 0;
        for (int i = 0; i < Mutations; i++)
        {
            try
            {
                DsseEnvelope.Read(Mutation.Of(original, random));
            }
            catch (DiagnosticException exception)
            {
                refused += exception.Diagnostics.All(finding => finding.Code == "EX001") ? 1 : 0;
            }
        }

        Assert.InRange(refused, Mutations / 2, Mutations);
    }

    private static DsseEnvelope Read(string json) => DsseEnvelope.Read(Encoding.UTF8.GetBytes(json));
}
