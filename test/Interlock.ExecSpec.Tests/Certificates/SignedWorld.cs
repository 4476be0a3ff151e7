using System.Text;
using System.Text.Json.Nodes;
using Interlock.ExecSpec.Certificates;
using Interlock.ExecSpec.Certificates.Evidence;
using Interlock.ExecSpec.Certificates.Making;
using Interlock.ExecSpec.Certificates.Statements;
using Interlock.ExecSpec.Certificates.Verification;
using Interlock.ExecSpec.Manifest;
using Interlock.ExecSpec.Signing;
using Interlock.ExecSpec.Signing.Keys;
using Interlock.ExecSpec.Signing.Trust;
using Interlock.ExecSpec.Specification;
using Interlock.ExecSpec.Tests.Drift;

namespace Interlock.ExecSpec.Tests.Certificates;

/// <summary>A checkpoint in a folder, a certificate for it, two people with keys, and whoever trusts them.</summary>
internal sealed class SignedWorld : IDisposable
{
    public static readonly DateTimeOffset Issued = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    private readonly TemporaryFolder _folder = new();

    public SignedWorld()
    {
        Weights = _folder.Write("policy/model.safetensors", "weights");
        _folder.Write("policy/config.json", "{}");
        _folder.Write("policy/nested/dataset_statistics.json", "{\"libero_goal\": {}}");
        Certificate = CertificateMaker.Make(Request);
        Envelope = CertificateDocument.ToEnvelope(Certificate).SignedBy(Owner);
    }

    public SigningKey Owner { get; } = SigningKey.Generate();

    public SigningKey Stranger { get; } = SigningKey.Generate();

    public string Weights { get; }

    public string PolicyFolder => _folder.PathOf("policy");

    public Certificate Certificate { get; }

    public DsseEnvelope Envelope { get; }

    public CertificateRequest Request => new()
    {
        Spec = GoalSpec,
        Artefacts = FolderManifest.Build(PolicyFolder),
        Evidence = [Probe],
        IssuedAt = Issued,
        Validity = TimeSpan.FromDays(90),
    };

    public static ExecutableSpec GoalSpec { get; } =
        LiberoSpecs.Spec(LiberoSpecs.Printed["libero_goal"], LiberoSpecs.Printed.Values.Where(entry => entry.Key != "libero_goal"));

    public static EvidenceEntry Probe { get; } =
        new() { Kind = EvidenceKind.Probe, Trials = 100, Successes = 100, SpecSha256 = CertificateMaker.SubjectOf(GoalSpec).SpecSha256 };

    public TrustStore Trust(RevocationList? revoked = null, int threshold = 1) => TrustStore.Of([Owner.PublicKey], threshold, revoked);

    public VerifyRequest Today => new() { Now = Issued.AddDays(1), ArtefactRoot = PolicyFolder };

    public CertificateVerification Verify(DsseEnvelope? envelope = null, TrustStore? trust = null, VerifyRequest? request = null) =>
        CertificateVerifier.Verify((envelope ?? Envelope).ToJson(), trust ?? Trust(), request ?? Today);

    /// <summary>A certificate that its owner signed after somebody changed its text.</summary>
    public DsseEnvelope Rewritten(Action<JsonNode> change)
    {
        JsonNode statement = JsonNode.Parse(Envelope.Payload.Span)!;
        change(statement);
        return DsseEnvelope.Create(StatementTypes.Payload, Encoding.UTF8.GetBytes(statement.ToJsonString())).SignedBy(Owner);
    }

    public string Write(string relative, string text) => _folder.Write(relative, text);

    public void Dispose()
    {
        Owner.Dispose();
        Stranger.Dispose();
        _folder.Dispose();
    }
}
