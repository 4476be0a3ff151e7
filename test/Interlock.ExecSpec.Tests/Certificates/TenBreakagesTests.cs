using System.Text;
using Interlock.ExecSpec.Certificates.Verification;
using Interlock.ExecSpec.Certificates.Waivers;
using Interlock.ExecSpec.Gate;
using Interlock.ExecSpec.Gate.Probing;
using Interlock.ExecSpec.Signing.Trust;
using Interlock.ExecSpec.Specification;
using Interlock.ExecSpec.Tests.Drift;

namespace Interlock.ExecSpec.Tests.Certificates;

/// <summary>One certificate, made, signed and verified, and ten ways to break it or what runs under it. Each has an answer of its own.</summary>
public sealed class TenBreakagesTests : IDisposable
{
    private readonly SignedWorld _world = new();

    private static readonly ExecutableSpec Goal = SignedWorld.GoalSpec;

    [Fact]
    public void Nothing_broken_starts()
    {
        GateReport report = Gate(_world.Envelope.ToJson(), Goal);
        Assert.True(report.MayStart, Words(report));
        Assert.DoesNotContain(report.Findings, finding => finding.Status == GateStatus.Noted);
    }

    [Fact]
    public void Ten_ways_to_break_it_give_ten_different_answers()
    {
        (string Way, Func<GateReport> Run, string[] Words)[] ways =
        [
            ("a bit of the body", () => Gate(Flipped("payload"), Goal), ["EX002", "changed since"]),
            ("a bit of the type", () => Gate(Flipped("payloadType"), Goal), ["EX003", "jn-toto"]),
            ("a bit of the signature", () => Gate(Flipped("sig"), Goal), ["EX002"]),
            ("expired", () => Gate(_world.Envelope.ToJson(), Goal, days: 91), ["EX004", "expired at"]),
            ("revoked", () => Gate(_world.Envelope.ToJson(), Goal, revoked: true), ["EX004", "revoked at", "wrong gripper"]),
            ("a key swapped", () => Gate(_world.Envelope.ToJson(), Running(_ => LiberoSpecs.Printed["libero_spatial"])), ["EX021", "loaded statistics are `libero_spatial`", "77 mm/s"]),
            ("a mask flipped", () => Gate(_world.Envelope.ToJson(), Running(entry => entry with { Mask = null })), ["EX022", "gripper is unnormalised"]),
            ("a scheme changed", () => Gate(_world.Envelope.ToJson(), Running(MeanStd)), ["EX020", "quantile 0.01 to 0.99", "decoding as mean_std"]),
            ("an extra file", ExtraFile, ["EX012", "adapter_model.safetensors"]),
            ("a missing file", MissingFile, ["EX011", "model.safetensors"]),
        ];
        GateReport[] reports = [.. ways.Select(way => way.Run())];
        for (int i = 0; i < ways.Length; i++)
        {
            Assert.False(reports[i].MayStart, ways[i].Way);
            string failures = string.Join('\n', reports[i].Failures.Select(finding => $"{finding.Code} {finding.Text}"));
            Assert.All(ways[i].Words, word => Assert.Contains(word, failures, StringComparison.Ordinal));
        }

        Assert.Equal(ways.Length, reports.Select(Words).Distinct().Count());
    }

    /// <summary>Rounding to a narrower format is the same policy: noted for the receipt, and refused (EX027) only where an idle arm would creep.</summary>
    [Fact]
    public void Statistics_rounded_to_bfloat16_start_with_three_notes()
    {
        GateReport report = Gate(_world.Envelope.ToJson(), Running(entry => RoundedStatistics.Through(entry, RoundedStatistics.BFloat16)));
        Assert.True(report.MayStart, Words(report));
        Assert.Equal(["EX021", "EX025", "EX026"], report.Findings.Where(finding => finding.Status == GateStatus.Noted).Select(finding => finding.Code));
        Assert.Contains("bfloat16", report.Findings.First(finding => finding.Status == GateStatus.Noted).Text, StringComparison.Ordinal);
    }

    public void Dispose() => _world.Dispose();

    private static ExecutableSpec Running(Func<Normaliser, Normaliser> change) => Goal with { Unnormaliser = change(Goal.Unnormaliser) };

    private static Normaliser MeanStd(Normaliser entry) => entry with { Scheme = NormalisationScheme.MeanStd, LowQuantile = null, HighQuantile = null };

    private static string Words(GateReport report) => string.Join('\n', report.Findings
        .Where(finding => finding.Status is GateStatus.Failed or GateStatus.Noted)
        .Select(finding => $"{finding.Code} {finding.Text}"));

    private GateReport ExtraFile()
    {
        _world.Write("policy/adapter_model.safetensors", "surprise");
        GateReport report = Gate(_world.Envelope.ToJson(), Goal);
        File.Delete(Path.Combine(_world.PolicyFolder, "adapter_model.safetensors"));
        return report;
    }

    private GateReport MissingFile()
    {
        File.Delete(_world.Weights);
        return Gate(_world.Envelope.ToJson(), Goal);
    }

    /// <summary>One bit of one member, after which the document is still an envelope.</summary>
    private byte[] Flipped(string member)
    {
        string json = Encoding.UTF8.GetString(_world.Envelope.ToJson());
        (string before, string after) = member switch
        {
            "payload" => Base64(_world.Envelope.Payload.ToArray(), _world.Envelope.Payload.Span.IndexOf("expires_at"u8) - 2),
            "sig" => Base64(_world.Envelope.Signatures[0].Bytes.ToArray(), 20),
            _ => ("in-toto", "jn-toto"),
        };
        return Encoding.UTF8.GetBytes(json.Replace(before, after, StringComparison.Ordinal));
    }

    private static (string Before, string After) Base64(byte[] bytes, int place)
    {
        string before = Convert.ToBase64String(bytes);
        bytes[place] ^= 1;
        return (before, Convert.ToBase64String(bytes));
    }

    private GateReport Gate(byte[] certificate, ExecutableSpec running, int days = 1, bool revoked = false)
    {
        RevocationList? list = revoked ? new([], [new Revocation(_world.Envelope.PayloadSha256, "wrong gripper", SignedWorld.Issued)]) : null;
        VerifyRequest request = _world.Today with { Now = SignedWorld.Issued.AddDays(days) };
        CertificateVerification verification = CertificateVerifier.Verify(certificate, _world.Trust(list), request);
        return CertificateGate.Run(verification, WaiverSet.Empty, certified => new GateRequest
        {
            Certified = certified,
            Running = running,
            DecodePath = new SpecDecodePath(running),
        });
    }
}
