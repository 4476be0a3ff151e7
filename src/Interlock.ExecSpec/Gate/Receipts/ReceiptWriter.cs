using System.Globalization;
using System.Text.Json;
using Interlock.Core.Text;
using Interlock.ExecSpec.Gate.Probing;
using Interlock.ExecSpec.Identity;
using Interlock.ExecSpec.Specification;

namespace Interlock.ExecSpec.Gate.Receipts;

/// <summary>Writes a receipt as JSON (<c>receipt/1</c>). A probe that passed is stated as evidence, so that <c>certify create --evidence</c> can take the file.</summary>
public static class ReceiptWriter
{
    private const string TimeFormat = "yyyy-MM-ddTHH:mm:ssZ";

    /// <summary>Writes the receipt.</summary>
    public static void Write(StartReceipt receipt, Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        writer.WriteString("interlock", "receipt/1");
        writer.WriteString("decided_at", receipt.DecidedAt.UtcDateTime.ToString(TimeFormat, CultureInfo.InvariantCulture));
        writer.WriteString("certificate_sha256", receipt.CertificateSha256);
        writer.WriteString("level", receipt.Level);
        WriteSpec(writer, "certified", receipt.Certified);
        WriteSpec(writer, "running", receipt.Running);
        writer.WriteString("decode_path", receipt.DecodePath);
        WriteDecision(writer, receipt.Report);
        WriteEvidence(writer, receipt);
        writer.WriteEndObject();
    }

    /// <summary>Writes the members of a decision into an object that is open.</summary>
    public static void WriteDecision(Utf8JsonWriter writer, GateReport report)
    {
        writer.WriteBoolean("may_start", report.MayStart);
        writer.WriteString("mode", EnumWord.Of(report.Mode));
        writer.WriteString("scope", EnumWord.Of(report.Scope));
        writer.WriteString("first_cause", report.FirstCause is { } cause ? $"{cause.Code} {cause.Text}" : null);
        writer.WriteStartArray("checks");
        foreach (GateFinding finding in report.Findings)
        {
            WriteFinding(writer, finding);
        }

        writer.WriteEndArray();
    }

    private static void WriteFinding(Utf8JsonWriter writer, GateFinding finding)
    {
        writer.WriteStartObject();
        writer.WriteString("code", finding.Code);
        writer.WriteString("status", EnumWord.Of(finding.Status));
        writer.WriteString("subject", finding.Subject);
        writer.WriteString("message", finding.Text);
        writer.WriteString("expected", finding.Expected);
        writer.WriteString("observed", finding.Observed);
        writer.WriteEndObject();
    }

    private static void WriteSpec(Utf8JsonWriter writer, string name, ExecutableSpec? spec)
    {
        if (spec is null)
        {
            writer.WriteNull(name);
            return;
        }

        writer.WriteStartObject(name);
        writer.WriteString("name", spec.Name);
        writer.WriteString("key", spec.Unnormaliser.Key);
        writer.WriteString("scheme", EnumWord.Of(spec.Unnormaliser.Scheme));
        writer.WriteString("spec_sha256", SpecDigest.Of(spec));
        writer.WriteString("statistics_fingerprint", StatisticsFingerprint.Of(spec.Unnormaliser));
        writer.WriteEndObject();
    }

    private static void WriteEvidence(Utf8JsonWriter writer, StartReceipt receipt)
    {
        bool passed = receipt.Report.Findings.Any(item => item.Code == GateCode.Probe)
            && receipt.Report.Findings.Where(item => item.Code == GateCode.Probe).All(item => item.Status == GateStatus.Passed);
        if (!passed || receipt.Certified is not { } certified)
        {
            return;
        }

        int rows = ProbeRows.Finite(certified).Count;
        writer.WriteStartObject("evidence");
        writer.WriteString("kind", "probe");
        writer.WriteString("suite", receipt.DecodePath);
        writer.WriteNumber("trials", rows);
        writer.WriteNumber("successes", rows);
        writer.WriteString("spec_sha256", SpecDigest.Of(certified));
        writer.WriteEndObject();
    }
}
