using System.Text.Json;
using Interlock.Core.Text;
using Interlock.ExecSpec.Certificates.Evidence;

namespace Interlock.Cli.Verbs.Certify;

/// <summary>An evidence report as <c>certify create --evidence</c> reads it.</summary>
internal static class EvidenceJson
{
    public static void Write(Utf8JsonWriter writer, EvidenceEntry entry)
    {
        writer.WriteStartObject();
        writer.WriteString("kind", EnumWord.Of(entry.Kind));
        writer.WriteString("suite", entry.Suite);
        writer.WriteNumber("trials", entry.Trials!.Value);
        writer.WriteNumber("successes", entry.Successes!.Value);
        writer.WriteString("spec_sha256", entry.SpecSha256);
        writer.WriteString("statistics_fingerprint", entry.StatisticsFingerprint);
        writer.WriteString("text", entry.Text);
        writer.WriteEndObject();
    }
}
