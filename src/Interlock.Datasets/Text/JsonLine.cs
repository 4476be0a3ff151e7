using System.Text.Json;
using Interlock.Core.Diagnostics;
using Interlock.Datasets.Opening;

namespace Interlock.Datasets.Text;

/// <summary>One line as a JSON object, bounded in depth; what Python writes for non-finite numbers is understood.</summary>
internal static class JsonLine
{
    private const int MaximumDepth = 16;

    private static readonly JsonDocumentOptions Options = new() { MaxDepth = MaximumDepth, AllowDuplicateProperties = false };

    public static JsonDocument Parse(ReadOnlyMemory<byte> line, SourcePlace place)
    {
        JsonDocument document = ParseAny(line, place);
        if (document.RootElement.ValueKind == JsonValueKind.Object)
        {
            return document;
        }

        JsonValueKind kind = document.RootElement.ValueKind;
        document.Dispose();
        throw new DiagnosticException(
            FileCode.LineNotJson,
            $"The line is a JSON {kind.ToString().ToLowerInvariant()}, not an object",
            place,
            "write {\"action\": [...]} for every step");
    }

    private static JsonDocument ParseAny(ReadOnlyMemory<byte> line, SourcePlace place)
    {
        try
        {
            return JsonDocument.Parse(line, Options);
        }
        catch (JsonException) when (PythonNumbers.Occur(line.Span))
        {
            return ParseStrictly(PythonNumbers.Quote(line.Span), place);
        }
        catch (JsonException exception)
        {
            throw NotJson(exception, place);
        }
    }

    private static JsonDocument ParseStrictly(ReadOnlyMemory<byte> line, SourcePlace place)
    {
        try
        {
            return JsonDocument.Parse(line, Options);
        }
        catch (JsonException exception)
        {
            throw NotJson(exception, place);
        }
    }

    private static DiagnosticException NotJson(JsonException exception, SourcePlace place)
    {
        string cause = exception.Message.Split(" LineNumber:")[0].Split(" Path:")[0].TrimEnd('.', ' ');
        return new DiagnosticException(
            FileCode.LineNotJson,
            $"The line is not JSON: {cause}",
            exception.BytePositionInLine is { } at ? place with { Key = $"byte {at}" } : place,
            "jsonl has one whole object per line; the last line may have been cut off");
    }
}
