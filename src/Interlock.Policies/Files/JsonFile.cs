using System.Text.Json;
using Interlock.Core.Diagnostics;
using Interlock.Core.Text;

namespace Interlock.Policies.Files;

/// <summary>Strict JSON: one object, no duplicate keys, no comments, a format tag; every finding of one pass is reported together.</summary>
internal static class JsonFile
{
    /// <summary>Key under which every file of ours names its format.</summary>
    public const string TagKey = "interlock";

    private static readonly JsonDocumentOptions Options = new() { AllowDuplicateProperties = false, MaxDepth = 16 };

    /// <summary>Parses and reads; throws with every finding when there is one.</summary>
    public static T Read<T>(ReadOnlyMemory<byte> utf8, string fileName, string formatTag, IReadOnlyList<string> keys, Func<JsonGroup, T> read)
    {
        using JsonDocument document = Parse(utf8, fileName);
        DiagnosticCollector findings = new();
        if (document.RootElement.ValueKind != JsonValueKind.Object)
        {
            throw new DiagnosticException(FileCodes.NotJson, "the file is not one JSON object", SourcePlace.OfFile(fileName));
        }

        JsonGroup root = new(document.RootElement, fileName, "", [TagKey, .. keys], findings);
        string tag = root.Text(TagKey);
        if (tag.Length > 0 && tag != formatTag)
        {
            root.Error(FileCodes.WrongKind, TagKey, $"the format {Quoted.Of(tag)} is not known", $"write {TagKey}: {formatTag}");
        }

        findings.ThrowIfErrors();
        T result = read(root);
        findings.ThrowIfErrors();
        return result;
    }

    private static JsonDocument Parse(ReadOnlyMemory<byte> utf8, string fileName)
    {
        try
        {
            return JsonDocument.Parse(WithoutMark(utf8), Options);
        }
        catch (JsonException exception)
        {
            throw new DiagnosticException(
                FileCodes.NotJson, $"not JSON: {exception.Message}", new SourcePlace(fileName, (int?)exception.LineNumber + 1));
        }
    }

    private static ReadOnlyMemory<byte> WithoutMark(ReadOnlyMemory<byte> utf8)
    {
        ReadOnlySpan<byte> mark = [0xEF, 0xBB, 0xBF];
        return utf8.Span.StartsWith(mark) ? utf8[mark.Length..] : utf8;
    }
}
