using Interlock.Core.Diagnostics;

namespace Interlock.ExecSpec.Import.Json;

/// <summary>Reads a whole file that may not be larger than <see cref="ImportLimits.JsonBytes"/>, with one allocation of its size.</summary>
internal static class BoundedFile
{
    private const int HeadBytes = 256;

    public static bool StartsWithBrace(string fullPath, string place) => Guarded(place, () =>
    {
        using FileStream stream = Open(fullPath);
        Span<byte> head = stackalloc byte[HeadBytes];
        head = head[..stream.ReadAtLeast(head, HeadBytes, throwOnEndOfStream: false)];
        ReadOnlySpan<byte> text = head.StartsWith("\uFEFF"u8) ? head[3..] : head;
        return text.TrimStart(" \t\r\n"u8) is [(byte)'{', ..];
    });

    public static byte[] Read(string fullPath, string place) => Guarded(place, () =>
    {
        using FileStream stream = Open(fullPath);
        if (stream.Length > ImportLimits.JsonBytes)
        {
            throw new DiagnosticException(
                ImportCode.TooMuch, $"the file has {stream.Length} bytes and at most {ImportLimits.JsonBytes} are read", SourcePlace.OfFile(place));
        }

        byte[] bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    });

    // Unbuffered: the reads are large, and a buffer would count as memory of a small file.
    private static FileStream Open(string fullPath) => new(fullPath, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0);

    private static T Guarded<T>(string place, Func<T> read)
    {
        try
        {
            return read();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new DiagnosticException(ImportCode.Unreadable, $"cannot be read: {exception.Message}", SourcePlace.OfFile(place));
        }
    }
}
