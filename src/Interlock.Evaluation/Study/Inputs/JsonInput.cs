using System.Text.Json;

namespace Interlock.Evaluation.Study.Inputs;

/// <summary>Parses JSON that somebody else wrote; what cannot be parsed is a finding with its line.</summary>
internal static class JsonInput
{
    public static JsonDocument ReadFile(Findings findings)
    {
        long bytes = new FileInfo(findings.File).Length;
        return bytes <= InputLimits.DocumentBytes
            ? Parse(File.ReadAllBytes(findings.File), findings, firstLine: 1)
            : throw findings.Fatal(
                StudyCode.TooLarge,
                $"the document has {bytes} bytes and at most {InputLimits.DocumentBytes} are read",
                hint: "write steps as JSON lines (.jsonl), which are read one by one");
    }

    /// <summary>Text that is not Unicode is found only when it is read, wherever that is; it becomes a finding here.</summary>
    public static T Guarded<T>(Findings findings, Func<Findings, T> read, int? line = null)
    {
        try
        {
            return read(findings);
        }
        catch (InvalidOperationException exception) when (IsFromJson(exception))
        {
            throw findings.Fatal(StudyCode.NotJson, "not JSON: a text in it is not valid Unicode", line: line);
        }
    }

    /// <param name="utf8">One document.</param>
    /// <param name="findings">Where a failure is told.</param>
    /// <param name="firstLine">1-based line of the file in which the document starts.</param>
    public static JsonDocument Parse(ReadOnlyMemory<byte> utf8, Findings findings, int firstLine)
    {
        try
        {
            return JsonDocument.Parse(PythonJson.Quote(WithoutMark(utf8)));
        }
        catch (JsonException exception)
        {
            int line = firstLine + (int)(exception.LineNumber ?? 0);
            throw findings.Fatal(StudyCode.NotJson, $"not JSON: {FirstSentence(exception.Message)}", line: line);
        }
    }

    private static ReadOnlyMemory<byte> WithoutMark(ReadOnlyMemory<byte> utf8) =>
        utf8.Span.StartsWith("\uFEFF"u8) ? utf8[3..] : utf8;

    private static bool IsFromJson(InvalidOperationException exception) =>
        exception.Source is { } source && source.StartsWith("System.Text.Json", StringComparison.Ordinal);

    private static string FirstSentence(string message) => message.Split(". ", 2)[0].TrimEnd('.');
}
