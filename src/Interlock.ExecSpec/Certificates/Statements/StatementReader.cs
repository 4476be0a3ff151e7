using System.Text.Json;
using Interlock.Core.Diagnostics;
using Interlock.Core.Text;

namespace Interlock.ExecSpec.Certificates.Statements;

/// <summary>Reads the frame of an in-toto statement and hands its predicate to the one who knows it.</summary>
internal static class StatementReader
{
    /// <summary>Deepest nesting: a specification (16 levels) inside predicate and statement.</summary>
    private const int LargestDepth = 24;

    private const int LongestText = 4096 + 64;

    private static readonly JsonDocumentOptions Options = new() { MaxDepth = LargestDepth, AllowDuplicateProperties = false };

    /// <summary>Reads a document of one predicate type; null with findings otherwise.</summary>
    /// <param name="payload">The signed bytes.</param>
    /// <param name="predicateType">The kind that is expected.</param>
    /// <param name="file">For messages.</param>
    /// <param name="findings">Takes EX205, EX206 and what <paramref name="read"/> finds.</param>
    /// <param name="read">Reads the predicate; may return null only after a finding.</param>
    public static T? Read<T>(ReadOnlyMemory<byte> payload, string predicateType, string? file, DiagnosticCollector findings, Func<Statement, T?> read)
        where T : class
    {
        FieldReport report = new(file, findings);
        try
        {
            using JsonDocument document = JsonDocument.Parse(payload, Options);
            T? result = Frame(document.RootElement, predicateType, report) is { } statement ? read(statement) : null;
            return report.HasErrors ? null : result;
        }
        catch (JsonException exception)
        {
            report.Error(CertificateCodes.StatementUnreadable, "", $"the payload is not JSON: {exception.Message}");
            return null;
        }
        catch (InvalidOperationException)
        {
            report.Error(CertificateCodes.StatementUnreadable, "", "the payload holds text that is not Unicode");
            return null;
        }
    }

    /// <summary>What a payload says it is, without a word about whether the rest is right; null when it does not say.</summary>
    public static string? PredicateTypeOf(ReadOnlyMemory<byte> payload)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(payload, Options);
            return document.RootElement.ValueKind == JsonValueKind.Object
                && document.RootElement.TryGetProperty("predicateType", out JsonElement type)
                && type.ValueKind == JsonValueKind.String
                ? type.GetString()
                : null;
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    private static Statement? Frame(JsonElement root, string predicateType, FieldReport report)
    {
        FieldReader fields = new FieldReader(root, "", report).Only("_type", "subject", "predicateType", "predicate");
        if (fields.Text("_type", LongestText) is { } type && type != StatementTypes.Statement)
        {
            report.Error(CertificateCodes.StatementUnreadable, "_type", $"{Quoted.Of(type)} is not an in-toto Statement v1");
        }

        if (fields.Text("predicateType", LongestText) is { } found && found != predicateType)
        {
            report.Error(CertificateCodes.OtherPredicate, "predicateType", $"the statement is a {Quoted.Of(found)}, expected {predicateType}");
            return null;
        }

        StatementSubject[] subjects = [.. fields.Groups("subject", CertifiedArtefacts.MostFiles + 2).Select(Subject).OfType<StatementSubject>()];
        return fields.Group("predicate") is { } predicate ? new Statement(predicateType, subjects, predicate) : null;
    }

    private static StatementSubject? Subject(FieldReader fields)
    {
        fields.Only("name", "digest");
        return fields.Text("name", LongestText) is { } name && fields.Digest("digest") is { } digest ? new StatementSubject(name, digest) : null;
    }
}
