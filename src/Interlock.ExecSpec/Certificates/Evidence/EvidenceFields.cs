using System.Text.Json;
using Interlock.Core.Text;
using Interlock.ExecSpec.Certificates.Statements;
using Interlock.ExecSpec.Signing;

namespace Interlock.ExecSpec.Certificates.Evidence;

/// <summary>The fields of an evidence entry, as reports state them and certificates repeat them.</summary>
internal static class EvidenceFields
{
    public static readonly string[] Names = ["kind", "suite", "trials", "successes", "substituted", "text"];

    /// <summary>Reads the fields of a certificate.</summary>
    public static EvidenceEntry? Read(FieldReader fields) => Read(fields, "trials", "successes", "text");

    /// <summary>Reads the fields of a report, which may use the words of its kind: valid and identity of a replay, n and success of a closed loop.</summary>
    public static EvidenceEntry? ReadReport(FieldReader fields)
    {
        string First(params ReadOnlySpan<string> names)
        {
            foreach (string name in names)
            {
                if (fields.Has(name))
                {
                    return name;
                }
            }

            return names[0];
        }

        EvidenceEntry? entry = Read(fields, First("trials", "valid", "n"), First("successes", "identity", "success"), First("text", "scope"));
        return entry is null ? null : entry with
        {
            SpecSha256 = fields.Text("spec_sha256", Digests.HexLength, isOptional: true),
            StatisticsFingerprint = fields.Text("statistics_fingerprint", Digests.HexLength, isOptional: true),
        };
    }

    private static EvidenceEntry? Read(FieldReader fields, string trials, string successes, string text)
    {
        EvidenceKind? kind = fields.Word<EvidenceKind>("kind");
        bool isNote = kind is null or EvidenceKind.Note;
        EvidenceEntry entry = new()
        {
            Kind = kind ?? EvidenceKind.Note,
            Suite = fields.Text("suite", CertificateLimits.LongestName, isOptional: true),
            Trials = fields.Count(trials, isOptional: isNote),
            Successes = fields.Count(successes, isOptional: isNote),
            Substituted = fields.Counts("substituted", CertificateLimits.MostSubstitutedKeys),
            Text = fields.Text(text, CertificateLimits.LongestText, isOptional: true),
        };
        if (entry.Successes > entry.Trials)
        {
            fields.Wrong(successes, $"{entry.Successes} successes out of {entry.Trials} trials");
        }

        if (entry.Substituted.Any(item => item.Value > (entry.Trials ?? 0)))
        {
            fields.Wrong("substituted", $"more successes than the {entry.Trials ?? 0} trials");
        }

        return kind is null ? null : entry;
    }

    public static void Write(Utf8JsonWriter writer, EvidenceEntry entry)
    {
        writer.WriteString("kind", EnumWord.Of(entry.Kind));
        StatementWriter.WriteOptional(writer, "suite", entry.Suite);
        StatementWriter.WriteOptional(writer, "trials", entry.Trials);
        StatementWriter.WriteOptional(writer, "successes", entry.Successes);
        if (entry.Substituted.Count > 0)
        {
            writer.WriteStartObject("substituted");
            foreach ((string key, int successes) in entry.Substituted.OrderBy(item => item.Key, StringComparer.Ordinal))
            {
                writer.WriteNumber(key, successes);
            }

            writer.WriteEndObject();
        }

        StatementWriter.WriteOptional(writer, "text", entry.Text);
    }
}
