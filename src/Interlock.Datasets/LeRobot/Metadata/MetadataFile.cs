using System.Text;
using System.Text.Json;
using Interlock.Core.Diagnostics;

namespace Interlock.Datasets.LeRobot.Metadata;

/// <summary>Opens JSON and JSON-lines files of <c>meta/</c> with bounded size and depth.</summary>
internal static class MetadataFile
{
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
    private static readonly JsonDocumentOptions Options = new() { MaxDepth = LeRobotLimits.JsonDepth, AllowTrailingCommas = true };

    /// <summary>The document; the caller disposes it.</summary>
    public static JsonDocument Open(string path)
    {
        using FileStream stream = OpenBounded(path);
        JsonDocument? document = null;
        try
        {
            document = JsonDocument.Parse(stream, Options);
            JsonText.RequireUnicode(document.RootElement);
            return document;
        }
        catch (JsonException problem)
        {
            document?.Dispose();
            throw Unreadable(path, (int?)problem.LineNumber + 1, problem.Message);
        }
    }

    /// <summary>Calls <paramref name="read"/> for the object on each line that is not blank.</summary>
    public static void ReadLines(string path, Action<JsonElement, SourcePlace> read)
    {
        using StreamReader reader = new(OpenBounded(path), StrictUtf8);
        for (int line = 1; NextLine(reader, path, line) is { } text; line++)
        {
            if (!string.IsNullOrWhiteSpace(text))
            {
                ReadLine(path, line, text, read);
            }
        }
    }

    private static string? NextLine(StreamReader reader, string path, int line)
    {
        try
        {
            return reader.ReadLine();
        }
        catch (Exception problem) when (problem is IOException or DecoderFallbackException)
        {
            throw Unreadable(path, line, problem.Message);
        }
    }

    private static void ReadLine(string path, int line, string text, Action<JsonElement, SourcePlace> read)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(text, Options);
            JsonText.RequireUnicode(document.RootElement);
            if (document.RootElement.ValueKind != JsonValueKind.Object)
            {
                throw Unreadable(path, line, "an object was expected");
            }

            read(document.RootElement, new SourcePlace(path, line));
        }
        catch (JsonException problem)
        {
            throw Unreadable(path, line, problem.Message);
        }
    }

    private static FileStream OpenBounded(string path)
    {
        FileStream? stream = null;
        try
        {
            stream = File.OpenRead(path);
            if (stream.Length <= LeRobotLimits.MetadataBytes)
            {
                return stream;
            }
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw Unreadable(path, null, problem.Message);
        }

        stream.Dispose();
        throw new DiagnosticException(
            LeRobotCodes.MetadataTooLarge,
            $"the file is larger than {LeRobotLimits.MetadataBytes} bytes",
            SourcePlace.OfFile(path));
    }

    private static DiagnosticException Unreadable(string path, int? line, string why) =>
        new(LeRobotCodes.MetadataUnreadable, $"cannot be read: {why}", new SourcePlace(path, line));
}
