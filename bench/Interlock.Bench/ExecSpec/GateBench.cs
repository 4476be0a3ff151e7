using Interlock.Core.Contract;
using Interlock.Core.Randomness;
using Interlock.Core.Units;
using Interlock.ExecSpec.Certificates;
using Interlock.ExecSpec.Certificates.Making;
using Interlock.ExecSpec.Certificates.Verification;
using Interlock.ExecSpec.Certificates.Waivers;
using Interlock.ExecSpec.Gate;
using Interlock.ExecSpec.Gate.Probing;
using Interlock.ExecSpec.Manifest;
using Interlock.ExecSpec.Signing.Keys;
using Interlock.ExecSpec.Signing.Trust;
using Interlock.ExecSpec.Specification;

namespace Interlock.Bench.ExecSpec;

/// <summary>What it costs to verify a certificate and to run the gate behind it, hashing of files left out: seven channels, three siblings.</summary>
internal sealed class GateBench : IDisposable
{
    private const int Channels = 7;
    private const int Siblings = 3;
    private const int Repeats = 50;
    private const int RepeatsOfFirst = 1;
    private const ulong Seed = 20;
    private const double NsPerS = 1e9;
    private const double NsPerMs = 1e6;

    private static readonly DateTimeOffset Issued = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);
    private static readonly bool[] Mask = [true, true, true, true, true, true, false];

    private readonly TimeProvider _clock;
    private readonly TemporaryFolder _folder = new();
    private readonly SigningKey _key = SigningKey.Generate();
    private readonly ExecutableSpec _spec = Spec();
    private readonly byte[] _certificate;

    public GateBench(TimeProvider clock)
    {
        _clock = clock;
        Directory.CreateDirectory(_folder.PathOf("policy"));
        File.WriteAllText(_folder.PathOf("policy/config.json"), "{}");
        CertificateRequest request = new()
        {
            Spec = _spec,
            Artefacts = FolderManifest.Build(_folder.PathOf("policy")),
            IssuedAt = Issued,
            Validity = TimeSpan.FromDays(90),
        };
        _certificate = CertificateDocument.ToEnvelope(CertificateMaker.Make(request)).SignedBy(_key).ToJson();
    }

    /// <summary>The first time in a process, compiling included: what a robot waits for.</summary>
    public double FirstNs() => Best(RepeatsOfFirst, () => Gate(Verify()));

    /// <summary>Best of some times, certificate and gate together.</summary>
    public double TogetherNs() => Best(Repeats, () => Gate(Verify()));

    public static void Run(TextWriter output, TimeProvider clock)
    {
        using GateBench bench = new(clock);
        output.WriteLine($"certificate and gate, first time in a process: {bench.FirstNs() / NsPerMs:0.00} ms");
        output.WriteLine($"certificate and gate:                          {bench.TogetherNs() / NsPerMs:0.00} ms");
        output.WriteLine($"  of these the certificate:                    {bench.Best(Repeats, () => bench.Verify()) / NsPerMs:0.00} ms");
    }

    public void Dispose()
    {
        _key.Dispose();
        _folder.Dispose();
    }

    private static ExecutableSpec Spec()
    {
        SeededRandom random = new(Seed);
        return new ExecutableSpec
        {
            Name = "bench",
            Action = new ActionSpec
            {
                Quantity = ActionSpace.EeDelta,
                Reference = ActionReference.DeltaStep,
                RateHz = 20,
                Channels = [.. Enumerable.Range(0, Channels).Select(Channel)],
            },
            Unnormaliser = Entry("own", random),
            Siblings = [.. Enumerable.Range(0, Siblings).Select(i => Entry($"sibling_{i}", random))],
            Gripper = new GripperMapping { Channel = "c6", PolicyOpen = 1, PolicyClosed = 0, Threshold = 0.5, ControllerOpen = -1, ControllerClosed = 1 },
        };
    }

    private static ActionChannel Channel(int index) => new()
    {
        Name = $"c{index}",
        Role = index < 3 ? ChannelRole.Position : index < 6 ? ChannelRole.Orientation : ChannelRole.Gripper,
        Unit = ChannelUnit.Normalized,
        PhysicalPerCommand = index < 3 ? 0.05 : 0.5,
        PhysicalUnit = index < 3 ? ChannelUnit.Metre : ChannelUnit.Radian,
    };

    private static Normaliser Entry(string key, SeededRandom random)
    {
        double[] Row(double low, double high) => [.. Enumerable.Range(0, Channels).Select(_ => random.NextDouble(low, high))];
        return new Normaliser
        {
            Key = key,
            Scheme = NormalisationScheme.Quantile,
            LowQuantile = 0.01,
            HighQuantile = 0.99,
            Mask = Mask,
            Arithmetic = LibraryArithmetic.OpenVla,
            Statistics = new ActionStatistics
            {
                Channels = Channels,
                Min = Row(-1, -0.9),
                Max = Row(0.9, 1),
                Mean = Row(-0.1, 0.1),
                Std = Row(0.1, 0.5),
                Quantiles = [new QuantileRow(0.01, Row(-0.9, -0.1)), new QuantileRow(0.99, Row(0.1, 0.9))],
            },
        };
    }

    private CertificateVerification Verify() =>
        CertificateVerifier.Verify(_certificate, TrustStore.Of([_key.PublicKey], 1), new VerifyRequest { Now = Issued.AddDays(1) });

    private void Gate(CertificateVerification verification)
    {
        GateReport report = CertificateGate.Run(verification, WaiverSet.Empty, certified =>
            new GateRequest { Certified = certified, Running = _spec, DecodePath = new SpecDecodePath(_spec) });
        if (!report.MayStart)
        {
            throw new InvalidOperationException($"The gate refused what it should pass: {report.FirstCause!.Text}");
        }
    }

    private double Best(int repeats, Action act)
    {
        double best = double.PositiveInfinity;
        for (int i = 0; i < repeats; i++)
        {
            long start = _clock.GetTimestamp();
            act();
            best = Math.Min(best, (_clock.GetTimestamp() - start) * NsPerS / _clock.TimestampFrequency);
        }

        return best;
    }
}
