using System.Text.Json;
using Interlock.Cli.Verbs.Contract;
using Interlock.Core.Diagnostics;
using Interlock.Core.Text;
using Interlock.ExecSpec.Gate.Receipts;
using Interlock.ExecSpec.Specification;

namespace Interlock.Cli.Verbs.Check;

/// <summary>The machine form of a check.</summary>
internal static class CheckJson
{
    public static void Write(Utf8JsonWriter writer, CheckReport report, GateOutcome? gate = null)
    {
        Normaliser normaliser = report.Spec.Unnormaliser;
        writer.WriteStartObject();
        writer.WriteString("source", report.Source);
        writer.WriteString("ecosystem", report.Ecosystem);
        writer.WriteString("name", report.Spec.Name);
        writer.WriteString("key", normaliser.Key);
        writer.WriteString("scheme", EnumWord.Of(normaliser.Scheme));
        OptionalNumber.Write(writer, "low_quantile", normaliser.LowQuantile);
        OptionalNumber.Write(writer, "high_quantile", normaliser.HighQuantile);
        writer.WriteString("fingerprint", report.Fingerprint);
        writer.WriteBoolean("valid", report.Findings.All(item => item.Severity != DiagnosticSeverity.Error));
        ActionJson.Write(writer, "action", report.Spec);
        DriftJson.Write(writer, "siblings", report.Drift.Siblings);
        DriftJson.Write(writer, "wrong_schemes", report.Drift.WrongSchemes);
        FindingsJson.WriteArray(writer, "findings", report.Findings);
        if (gate is not null)
        {
            WriteGate(writer, gate);
        }

        writer.WriteString("next", report.Next);
        writer.WriteEndObject();
    }

    private static void WriteGate(Utf8JsonWriter writer, GateOutcome gate)
    {
        writer.WriteStartObject("gate");
        writer.WriteString("against", gate.Against);
        writer.WriteString("certified_key", gate.Certified?.Unnormaliser.Key);
        writer.WriteString("certificate_sha256", gate.CertificateSha256);
        writer.WriteString("level", gate.Level);
        ReceiptWriter.WriteDecision(writer, gate.Report);
        writer.WriteEndObject();
    }
}
