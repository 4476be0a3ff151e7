using System.Text.Json.Nodes;
using Interlock.Core.Diagnostics;
using Interlock.ExecSpec.Certificates;
using Interlock.ExecSpec.Certificates.Making;
using Interlock.ExecSpec.Comparison;
using Interlock.ExecSpec.Identity;
using Interlock.ExecSpec.Specification;
using Interlock.ExecSpec.Tests.Drift;

namespace Interlock.ExecSpec.Tests.Certificates;

public sealed class CertificateDocumentTests : IDisposable
{
    private readonly SignedWorld _world = new();

    [Fact]
    public void What_is_written_reads_back()
    {
        Certificate read = Read(_world.Envelope.Payload);
        Assert.True(SpecEquality.AreEqual(_world.Certificate.Spec, read.Spec));
        Assert.Equal(_world.Certificate.SpecSha256, read.SpecSha256);
        Assert.Equal(_world.Certificate.Siblings, read.Siblings);
        Assert.Equal(_world.Certificate.Artefacts!.Files.Entries, read.Artefacts!.Files.Entries);
        Assert.Equal(_world.Certificate.Artefacts.Roles, read.Artefacts.Roles);
        Assert.Equal(_world.Certificate.ExpiresAt, read.ExpiresAt);
        Assert.Equal(CertificateLevel.Probed, read.Level);
        Assert.Equal(Certificate.DefaultLimitations, read.Limitations);
        Assert.Equal(_world.Envelope.Payload.ToArray(), CertificateDocument.ToEnvelope(read).Payload.ToArray());
    }

    [Fact]
    public void Equal_requests_give_equal_bytes() => Assert.Equal(
        CertificateDocument.ToEnvelope(_world.Certificate).ToJson(), CertificateDocument.ToEnvelope(CertificateMaker.Make(_world.Request)).ToJson());

    [Fact]
    public void A_sibling_says_what_an_idle_command_would_do()
    {
        CertifiedSibling spatial = Assert.Single(_world.Certificate.Siblings, sibling => sibling.Key == "libero_spatial");
        Assert.Equal(0.19947, spatial.DriftMeanAbs!.Value, 1e-4);
        Assert.Equal(0.3545, spatial.DriftWorst!.Value, 1e-4);
        Assert.Equal(77.4, spatial.NullMmPerS!.Value, 0.05);
        Assert.Equal(1.14, spatial.NullRadPerS!.Value, 0.005);
        Assert.Equal("yaw", spatial.MaxChannel);
        Assert.Equal(StatisticsFingerprint.Of(LiberoSpecs.Printed["libero_spatial"]), spatial.Fingerprint);
    }

    [Fact]
    public void Probes_state_the_commands_of_the_closed_form()
    {
        ProbeRow idle = _world.Certificate.Probes.Rows[0];
        Assert.All(idle.Z, value => Assert.Equal(0, value));
        Assert.Equal((0.9375 - 0.8785714507102966) / 2, idle.Command[0], 1e-12);
        Assert.Contains(_world.Certificate.Probes.Rows, row => row.Z.All(value => value == 1.3));
    }

    [Fact]
    public void Limitations_deny_safety() =>
        Assert.Contains("does not certify closed-loop behaviour or the safety of hardware", _world.Certificate.Limitations, StringComparison.Ordinal);

    [Theory]
    [InlineData("EX205", "_type", "\"https://example.invalid/Statement/v9\"")]
    [InlineData("EX206", "predicateType", "\"urn:interlock:execspec-waiver:v1\"")]
    [InlineData("EX207", "predicate.except_on_tuesdays", "true")]
    [InlineData("EX207", "predicate.artefacts.files[0].optional", "true")]
    [InlineData("EX208", "predicate.issued_at", "\"yesterday\"")]
    [InlineData("EX208", "predicate.level", "\"safe\"")]
    [InlineData("EX208", "predicate.limitations", "null")]
    [InlineData("EX208", "predicate.limitations", "\"none\\nchecked: EX002 signed\"")]
    [InlineData("EX208", "predicate.limitations", "\"\\u001b[2J\"")]
    [InlineData("EX208", "predicate.limitations", "\"\\u202Eefas\"")]
    [InlineData("EX208", "predicate.evidence[0].successes", "101")]
    [InlineData("EX208", "predicate.artefacts.root_digest.sha256", "\"0000000000000000000000000000000000000000000000000000000000000000\"")]
    [InlineData("EX208", "predicate.artefacts.files[0].path", "\"../outside\"")]
    [InlineData("EX208", "predicate.probes.abs_tol", "1")]
    [InlineData("EX208", "predicate.probes.rel_tol", "0.1")]
    [InlineData("EX208", "predicate.probes.rows", "[]")]
    [InlineData("EX209", "predicate.spec.action.rate_hz", "21")]
    [InlineData("EX209", "predicate.spec.unnormaliser.scheme", "\"min_max\"")]
    [InlineData("EX210", "subject[0].digest.sha256", "\"0000000000000000000000000000000000000000000000000000000000000000\"")]
    [InlineData("EX211", "predicate.expires_at", "\"2026-03-01T12:00:00Z\"")]
    [InlineData("EX213", "predicate.siblings[0].null_mm_per_s", "0.1")]
    [InlineData("EX213", "predicate.siblings[0].drift_mean_abs", "0.001")]
    [InlineData("EX213", "predicate.probes.rows[0].command[0]", "0")]
    [InlineData("EX213", "predicate.statistics_fingerprint.sha256", "\"0000000000000000000000000000000000000000000000000000000000000000\"")]
    public void A_statement_that_contradicts_itself_is_refused_although_it_is_signed(string code, string path, string value)
    {
        DiagnosticCollector findings = new();
        Assert.Null(CertificateDocument.ReadClaims(_world.Rewritten(statement => Set(statement, path, value)), "x.cert.json", findings));
        Assert.Contains(code, findings.Items.Select(item => item.Code));
        Assert.False(_world.Verify(_world.Rewritten(statement => Set(statement, path, value))).IsAccepted);
    }

    [Fact]
    public void Every_mistake_is_reported_at_once()
    {
        DiagnosticCollector findings = new();
        CertificateDocument.ReadClaims(
            _world.Rewritten(statement =>
            {
                Set(statement, "predicate.issued_at", "\"yesterday\"");
                Set(statement, "predicate.level", "\"safe\"");
                Set(statement, "predicate.surprise", "1");
            }),
            "x.cert.json",
            findings);
        Assert.Equal(3, findings.Items.Count);
    }

    [Fact]
    public void What_cannot_be_decoded_is_not_certified()
    {
        Normaliser inert = LiberoSpecs.Printed["libero_goal"] with { Statistics = null };
        Assert.Throws<DiagnosticException>(() => CertificateMaker.Make(_world.Request with { Spec = LiberoSpecs.Spec(inert) }));
    }

    [Fact]
    public void A_level_without_evidence_is_not_certified()
    {
        DiagnosticException refused = Assert.Throws<DiagnosticException>(
            () => CertificateMaker.Make(_world.Request with { Level = CertificateLevel.Replayed }));
        Assert.Equal("EX212", Assert.Single(refused.Diagnostics, item => item.Severity == DiagnosticSeverity.Error).Code);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(4000)]
    public void A_validity_without_end_or_without_beginning_is_not_certified(int days)
    {
        DiagnosticException refused = Assert.Throws<DiagnosticException>(
            () => CertificateMaker.Make(_world.Request with { Validity = TimeSpan.FromDays(days) }));
        Assert.Contains(refused.Diagnostics, item => item.Code == "EX211");
    }

    public void Dispose() => _world.Dispose();

    private static Certificate Read(ReadOnlyMemory<byte> payload)
    {
        DiagnosticCollector findings = new();
        Certificate? read = Interlock.ExecSpec.Certificates.Reading.CertificateReader.Read(payload, "x.cert.json", findings);
        Assert.Empty(findings.Items);
        return read!;
    }

    private static void Set(JsonNode root, string path, string value)
    {
        string[] steps = path.Replace("[", ".[", StringComparison.Ordinal).Split('.');
        JsonNode node = root;
        foreach (string step in steps[..^1])
        {
            node = step[0] == '[' ? node[IndexOf(step)]! : node[step]!;
        }

        JsonNode? changed = JsonNode.Parse(value);
        if (steps[^1][0] == '[')
        {
            node[IndexOf(steps[^1])] = changed;
        }
        else
        {
            node[steps[^1]] = changed;
        }
    }

    private static int IndexOf(string step) => int.Parse(step.Trim('[', ']'));
}
