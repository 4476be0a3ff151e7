using System.Text.Json;
using System.Text.Json.Serialization;
using Interlock.Core.Diagnostics;

namespace Interlock.Recording.Episodes;

/// <summary>
/// What people say about a recording afterwards. It lies beside the recording as <c>NAME.mcap.notes.json</c>: the recording itself is
/// evidence and is never written again.
/// </summary>
public sealed record RecordingNotes
{
    private const string Suffix = ".notes.json";

    private static readonly JsonSerializerOptions Json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        WriteIndented = true,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
    };

    /// <summary>Words to find it by, in the order they were given.</summary>
    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary>Free text; null for none.</summary>
    public string? Note { get; init; }

    /// <summary>A person's judgement; null for none. Goes before that of the run.</summary>
    public bool? Success { get; init; }

    /// <summary>When the notes of a recording were last written; null when there are none.</summary>
    /// <param name="recording">Path of the recording.</param>
    public static DateTime? WrittenUtc(string recording) => new FileInfo(recording + Suffix) is { Exists: true } file ? file.LastWriteTimeUtc : null;

    /// <summary>Reads the notes of a recording; empty ones when there are none.</summary>
    /// <exception cref="DiagnosticException">RC027: they cannot be read.</exception>
    public static RecordingNotes Read(string recording)
    {
        string path = recording + Suffix;
        if (!File.Exists(path))
        {
            return new RecordingNotes();
        }

        try
        {
            return JsonSerializer.Deserialize<RecordingNotes>(File.ReadAllBytes(path), Json) ?? new RecordingNotes();
        }
        catch (Exception exception) when (exception is JsonException or IOException or UnauthorizedAccessException)
        {
            throw new DiagnosticException("RC027", $"the notes cannot be read: {exception.Message.TrimEnd('.')}", SourcePlace.OfFile(path), "mend or remove the file; the recording is not affected");
        }
    }

    /// <summary>Writes the notes of a recording, whole or not at all.</summary>
    /// <exception cref="DiagnosticException">RC028: they cannot be written.</exception>
    public void Write(string recording)
    {
        string path = recording + Suffix;
        string partial = path + ".partial";
        try
        {
            File.WriteAllBytes(partial, JsonSerializer.SerializeToUtf8Bytes(this, Json));
            File.Move(partial, path, overwrite: true);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new DiagnosticException("RC028", $"the notes cannot be written: {exception.Message.TrimEnd('.')}", SourcePlace.OfFile(path), "check the folder, its permissions and the free space");
        }
    }
}
