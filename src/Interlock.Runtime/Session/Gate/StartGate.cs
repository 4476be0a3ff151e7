using System.Text.Json;
using Interlock.Core.Diagnostics;
using Interlock.Core.Text;
using Interlock.ExecSpec.Certificates.Verification;
using Interlock.ExecSpec.Certificates.Waivers;
using Interlock.ExecSpec.Gate;
using Interlock.ExecSpec.Gate.Probing;
using Interlock.ExecSpec.Gate.Receipts;
using Interlock.ExecSpec.Manifest;
using Interlock.ExecSpec.Signing.Trust;
using Interlock.ExecSpec.Specification;
using Interlock.Runtime.Configuration.Settings;

namespace Interlock.Runtime.Session.Gate;

/// <summary>Compares what is about to run with its certificate, before anything is connected.</summary>
internal static class StartGate
{
    private const int LongestCertificateBytes = 64 << 20;

    /// <summary>Runs the gate.</summary>
    /// <param name="settings">Certificate, trust, waiver, level and mode; paths are absolute.</param>
    /// <param name="stated">The specification that is decoded with; null to take the certificate's.</param>
    /// <param name="isSimulated">True when nothing real moves; only then may a refusal be a warning (RT148).</param>
    /// <param name="measuredRateHz">Policy steps per second that the loop really keeps; null when not measured.</param>
    /// <param name="now">The wall clock.</param>
    /// <param name="findings">Receives what could not be read.</param>
    public static GateDecision Run(
        GateSettings settings, ExecutableSpec? stated, bool isSimulated, double? measuredRateHz, DateTimeOffset now, DiagnosticCollector findings)
    {
        bool warns = settings.Mode == Configuration.Settings.GateMode.Warn;
        if (warns && !isSimulated)
        {
            throw new DiagnosticException(
                RuntimeCodes.WarnGateOnHardware, "`gate.mode: warn` is for simulations; this robot is not one", hint: "certify what runs, or sign a waiver for the check that fails");
        }

        string file = settings.Certificate ?? throw new DiagnosticException(
            RuntimeCodes.SettingsContradict, "`gate` has no `certificate`", hint: "name the file that `interlock certify sign` wrote");
        byte[] bytes = ReadAtMost(file);
        TrustStore trust = settings.Trust is { } folder ? TrustStore.Open(folder, findings) : TrustStore.Of([]);
        CertificateVerification verification = CertificateVerifier.Verify(
            bytes, trust, new VerifyRequest { Now = now, File = file, RequiredLevel = settings.Level, ArtefactRoot = settings.Artefacts, Hashing = new FileHashing { SignatureFile = file } }, CancellationToken.None);
        string? level = verification.Claims is { } claims ? EnumWord.Of(claims.Level) : null;
        if ((stated ?? verification.Claims?.Spec) is not { } running)
        {
            // Without anything to compare the findings of the certificate itself are all there is.
            GateReport unread = CertificateGate.Run(verification, WaiverSet.Empty, certified => new GateRequest { Certified = certified, Running = certified, DecodePath = new SpecDecodePath(certified) });
            return new GateDecision(unread, level, bytes, default);
        }

        SpecDecodePath path = new(running);
        GateReport report = CertificateGate.Run(verification, Waivers(settings, trust, verification, now), certified => new GateRequest
        {
            Certified = certified,
            Running = running,
            DecodePath = path,
            MeasuredRateHz = measuredRateHz,
            Scope = isSimulated ? GateScope.WithoutRobot : GateScope.WithRobot,
            Mode = warns ? ExecSpec.Gate.GateMode.Warn : ExecSpec.Gate.GateMode.Enforce,
        });
        StartReceipt receipt = new()
        {
            DecidedAt = now,
            Report = report,
            Running = running,
            Certified = verification.Claims?.Spec,
            CertificateSha256 = verification.PayloadSha256,
            Level = level,
            DecodePath = path.Name,
        };
        return new GateDecision(report, level, bytes, Written(receipt)) { Certified = verification.Claims?.Spec };
    }

    private static WaiverSet Waivers(GateSettings settings, TrustStore trust, CertificateVerification certificate, DateTimeOffset now) =>
        settings.Waiver is { } waiver
            ? WaiverSet.Of([WaiverVerifier.Verify(ReadAtMost(waiver), trust, certificate.PayloadSha256, now, waiver)])
            : WaiverSet.Empty;

    private static byte[] Written(StartReceipt receipt)
    {
        using MemoryStream bytes = new();
        using (Utf8JsonWriter writer = new(bytes, new JsonWriterOptions { Indented = true }))
        {
            ReceiptWriter.Write(receipt, writer);
        }

        return bytes.ToArray();
    }

    private static byte[] ReadAtMost(string file)
    {
        FileInfo info = new(file);
        if (!info.Exists || info.Length > LongestCertificateBytes)
        {
            throw new DiagnosticException(
                "EX001", info.Exists ? "is too large for a signed document" : "does not exist", SourcePlace.OfFile(file));
        }

        return File.ReadAllBytes(file);
    }
}
