using System.Text;
using System.Text.Json.Nodes;
using Interlock.Core.Diagnostics;
using Interlock.Core.Randomness;
using Interlock.ExecSpec.Manifest;
using Interlock.ExecSpec.Manifest.Bundles;
using Interlock.ExecSpec.Signing;
using Interlock.ExecSpec.Signing.Keys;
using Interlock.ExecSpec.Signing.Trust;

namespace Interlock.ExecSpec.Tests.Manifest.Bundles;

/// <summary>
/// OpenSSF Model Signing 1.0. The known bundle is the published conformance case key-multi-file, as another implementation signed it
/// (P-384); its public key was computed from two published signatures and has the SHA-256 that the bundle itself gives as its hint. The
/// model's three files are rebuilt from their published content. The other bundles are made here.
/// </summary>
public sealed class ModelSigningBundleTests : IDisposable
{
    private const int Mutations = 3_000;
    private const string PayloadType = "application/vnd.in-toto+json";

    private const string KnownKey = """
        -----BEGIN PUBLIC KEY-----
        MHYwEAYHKoZIzj0CAQYFK4EEACIDYgAEsu6rZGBTjxtvRWPMixT+3HyndV0J0Ybt
        aHZUcO4DEK+OJHO/4e32bb/fbJKSpRgcBsIpKLcVijUomyFOERbd7u+BTPSUjGZD
        Qq6J7lTvp/EAXQGOKxW9RP0MGX3qAkvi
        -----END PUBLIC KEY-----
        """;

    private const string KnownSignature =
        "MGUCMQDTg8gbZZEntY4wdAcPF0EKByQf79yIjdn3jIJh0J5xNi1UibVsxkGG2EZBdsq2nOwCMA4WnWRv15ngN8e4GEEvgi3PnF6pWiCTscdNsCVclg3v3P8kbwPenrY3Xb+if3XqVg==";

    private const string KnownPayload =
        "ewogICJfdHlwZSI6ICJodHRwczovL2luLXRvdG8uaW8vU3RhdGVtZW50L3YxIiwKICAic3ViamVjdCI6IFsKICAgIHsKICAgICAgIm5hbWUiOiAibW9kZWwi" +
        "LAogICAgICAiZGlnZXN0IjogewogICAgICAgICJzaGEyNTYiOiAiZjgwYmUyMTQzNzI4ZDczNjEyNTkzNzA0MmFiMmUzNjY1N2ExNTYyMDhlOTg5ODJiOTli" +
        "YTEzYjg2OWM1MTMxMCIKICAgICAgfQogICAgfQogIF0sCiAgInByZWRpY2F0ZVR5cGUiOiAiaHR0cHM6Ly9tb2RlbF9zaWduaW5nL3NpZ25hdHVyZS92MS4w" +
        "IiwKICAicHJlZGljYXRlIjogewogICAgInJlc291cmNlcyI6IFsKICAgICAgewogICAgICAgICJkaWdlc3QiOiAiNWU0NzI0MDM5NTE3ODFkMThkNWY3OTBh" +
        "YTViMzMxNmE1ZjUzNWZjMzdhMTA1MmY2NjU5YzljNmFmODJlMzY0MyIsCiAgICAgICAgImFsZ29yaXRobSI6ICJzaGEyNTYiLAogICAgICAgICJuYW1lIjog" +
        "ImNvbmZpZy5qc29uIgogICAgICB9LAogICAgICB7CiAgICAgICAgImRpZ2VzdCI6ICI1OGI5OTFjMjNkMzM5ZjlkMjVlY2NiMzE1Y2Y4YmE5ZWRiNjA4YmI2" +
        "MGJlM2JlNmM3M2IwM2E0NDgxZGM3NjgyIiwKICAgICAgICAiYWxnb3JpdGhtIjogInNoYTI1NiIsCiAgICAgICAgIm5hbWUiOiAic3ViZGlyL2FkYXB0ZXIu" +
        "YmluIgogICAgICB9LAogICAgICB7CiAgICAgICAgImRpZ2VzdCI6ICI0NTU1NTU1ZGM2OGQ4NzJjMjI3MGJhODllY2M1ZjZmMDk0ODEyZjY1MzcyYjM3ZTUw" +
        "MDcxZmU1MTY4MDMxYzQ5IiwKICAgICAgICAiYWxnb3JpdGhtIjogInNoYTI1NiIsCiAgICAgICAgIm5hbWUiOiAid2VpZ2h0cy5iaW4iCiAgICAgIH0KICAg" +
        "IF0sCiAgICAic2VyaWFsaXphdGlvbiI6IHsKICAgICAgIm1ldGhvZCI6ICJmaWxlcyIsCiAgICAgICJpZ25vcmVfcGF0aHMiOiBbCiAgICAgICAgIi5naXRp" +
        "Z25vcmUiLAogICAgICAgICIuZ2l0YXR0cmlidXRlcyIsCiAgICAgICAgIi5naXQiLAogICAgICAgICIuZ2l0aHViIgogICAgICBdLAogICAgICAiaGFzaF90" +
        "eXBlIjogInNoYTI1NiIsCiAgICAgICJhbGxvd19zeW1saW5rcyI6IGZhbHNlCiAgICB9CiAgfQp9";

    private readonly SigningKey _key = SigningKey.Generate();

    public void Dispose() => _key.Dispose();

    [Fact]
    public void A_bundle_of_another_implementation_verifies_against_its_model()
    {
        SignedModel model = ModelSigningBundle.Verify(KnownBundle(), TrustStore.Of([VerificationKey.ParsePem(KnownKey)]));
        Assert.Equal("f80be2143728d736125937042ab2e36657a156208e98982b99ba13b869c51310", model.RootDigest);
        Assert.Equal([".gitignore", ".gitattributes", ".git", ".github"], model.IgnoredPaths);

        using TemporaryFolder folder = new();
        folder.Write("config.json", """{"model": "test", "version": "1.0"}""");
        folder.Write("subdir/adapter.bin", [.. Enumerable.Repeat((byte)0xCD, 512)]);
        folder.Write("weights.bin", [.. Enumerable.Repeat((byte)0xAB, 1024)]);
        folder.Write("model.sig", KnownBundle());
        FileHashing hashing = new() { SignatureFile = folder.PathOf("model.sig"), IgnoredPaths = model.IgnoredPaths };
        FolderManifest found = FolderManifest.Build(folder.Root, hashing);
        Assert.Empty(model.Manifest.DifferencesOf(found));
        Assert.Equal(model.RootDigest, found.RootDigest);
    }

    [Fact]
    public void The_hint_of_the_known_bundle_is_the_digest_of_the_known_key() =>
        Assert.Equal(
            "e8450dec4eb99dae995da9af1bc2cc9f76ed669ee2e744f57abba763df3e3f8e",
            Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(Encoding.ASCII.GetBytes(VerificationKey.ParsePem(KnownKey).ToPem()))));

    [Fact]
    public void The_key_that_a_bundle_names_is_not_trusted_for_that() => AssertRefused("EX002", KnownBundle());

    [Fact]
    public void A_statement_that_breaks_the_rules_is_refused_although_it_is_signed()
    {
        Assert.Equal("m", Verify(Sign(Statement())).Manifest.Name);
        AssertRefused("EX232", Sign(Statement().Replace("Statement/v1", "Statement/v0.1", StringComparison.Ordinal)));
        AssertRefused("EX232", Sign(Statement().Replace("signature/v1.0", "Digests/v0.1", StringComparison.Ordinal)));
        AssertRefused("EX232", Sign(Statement().Replace("\"name\":\"b\"", "\"name\":\"A\"", StringComparison.Ordinal)));
        AssertRefused("EX232", Sign(Statement().Replace("\"algorithm\":\"sha256\"", "\"algorithm\":\"blake3\"", StringComparison.Ordinal)));
        AssertRefused("EX233", Sign(Statement().Replace("\"files\"", "\"shards\"", StringComparison.Ordinal)));
        AssertRefused("EX233", Sign(Statement().Replace("\"hash_type\":\"sha256\"", "\"hash_type\":\"blake2b\"", StringComparison.Ordinal)));
        AssertRefused("EX233", Sign(Statement().Replace("\"allow_symlinks\":false", "\"allow_symlinks\":true", StringComparison.Ordinal)));
        AssertRefused("EX234", Sign(Statement(rootDigest: new string('0', 64))));
        AssertRefused("EX227", Sign(Statement().Replace("\"name\":\"b\"", "\"name\":\"b/../c\"", StringComparison.Ordinal)));
        AssertRefused("EX227", Sign(Statement(resources: "[]")));
        AssertRefused("EX232", Sign("[]"));
        AssertRefused("EX232", Sign("no json"));
    }

    [Fact]
    public void What_is_not_a_bundle_signed_by_a_key_is_refused()
    {
        string good = Encoding.UTF8.GetString(Sign(Statement()));
        AssertRefused("EX230", "{}");
        AssertRefused("EX230", good[..^10]);
        AssertRefused("EX230", good.Replace("dev.sigstore", "dev.other", StringComparison.Ordinal));
        AssertRefused("EX230", good.Replace("dsseEnvelope", "messageSignature", StringComparison.Ordinal));
        AssertRefused("EX230", good.Replace("verificationMaterial", "verificationmaterial", StringComparison.Ordinal));
        AssertRefused("EX231", good.Replace("publicKey", "x509CertificateChain", StringComparison.Ordinal));
        AssertRefused("EX231", good.Replace("publicKey", "certificate", StringComparison.Ordinal));
        AssertRefused("EX003", Encoding.UTF8.GetString(Sign(Statement(), "application/json")));
    }

    [Fact]
    public void Signed_statements_that_are_damaged_before_signing_are_read_or_refused_and_nothing_else()
    {
        SeededRandom random = new(31);
        byte[] statement = Encoding.UTF8.GetBytes(Statement());
        int refused = 0;
        for (int i = 0; i < Mutations; i++)
        {
            try
            {
                Verify(Bundle(DsseEnvelope.Create(PayloadType, Mutation.Of(statement, random)).SignedBy(_key)));
            }
            catch (DiagnosticException)
            {
                refused++;
            }
        }

        Assert.InRange(refused, Mutations / 2, Mutations);
    }

    private static string Statement(string? rootDigest = null, string? resources = null)
    {
        string a = new('a', 64);
        string b = new('b', 64);
        resources ??= $$"""[{"name":"a","digest":"{{a}}","algorithm":"sha256"},{"name":"b","digest":"{{b}}","algorithm":"sha256"}]""";
        rootDigest ??= FolderManifest.FromEntries("m", [new ManifestEntry("a", a), new ManifestEntry("b", b)]).RootDigest;
        return $$"""
            {"_type":"https://in-toto.io/Statement/v1",
            "subject":[{"name":"m","digest":{"sha256":"{{rootDigest}}"} }],
            "predicateType":"https://model_signing/signature/v1.0",
            "predicate":{"resources":{{resources}},
            "serialization":{"method":"files","hash_type":"sha256","allow_symlinks":false,"ignore_paths":[".git"]} } }
            """;
    }

    private static byte[] KnownBundle() => Bundle(DsseEnvelope.Read(Encoding.UTF8.GetBytes(
        $$"""{"payload":"{{KnownPayload}}","payloadType":"application/vnd.in-toto+json","signatures":[{"sig":"{{KnownSignature}}","keyid":""}]}""")));

    private static byte[] Bundle(DsseEnvelope envelope) => Encoding.UTF8.GetBytes(new JsonObject
    {
        ["mediaType"] = "application/vnd.dev.sigstore.bundle.v0.3+json",
        ["verificationMaterial"] = new JsonObject { ["publicKey"] = new JsonObject { ["hint"] = "anything" }, ["tlogEntries"] = new JsonArray() },
        ["dsseEnvelope"] = JsonNode.Parse(envelope.ToJson()),
    }.ToJsonString());

    private byte[] Sign(string statement, string payloadType = PayloadType) =>
        Bundle(DsseEnvelope.Create(payloadType, Encoding.UTF8.GetBytes(statement)).SignedBy(_key));

    private SignedModel Verify(byte[] bundle) => ModelSigningBundle.Verify(bundle, TrustStore.Of([_key.PublicKey]));

    private void AssertRefused(string code, string bundle) => AssertRefused(code, Encoding.UTF8.GetBytes(bundle));

    private void AssertRefused(string code, byte[] bundle) =>
        Assert.Equal(code, Assert.Single(Assert.Throws<DiagnosticException>(() => Verify(bundle)).Diagnostics).Code);
}
