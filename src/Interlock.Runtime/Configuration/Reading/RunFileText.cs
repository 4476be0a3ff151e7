using System.Text;
using Interlock.Core.Diagnostics;

namespace Interlock.Runtime.Configuration.Reading;

/// <summary>The text of a file, bounded in size.</summary>
internal static class RunFileText
{
    /// <summary>Largest file, in bytes; a run file has two or three thousand.</summary>
    public const int MaxFileBytes = 1 << 20;

    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The text, or null with a finding.</summary>
    public static string? Read(string path, DiagnosticCollector findings)
    {
        try
        {
            return ReadBounded(path, findings);
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            findings.Error("RT001", "there is no such file", SourcePlace.OfFile(path), "check the path");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            string cause = exception.Message.TrimEnd('.');
            findings.Error("RT001", $"the file cannot be read: {cause}", SourcePlace.OfFile(path), "check the path and its permissions");
        }
        catch (DecoderFallbackException exception)
        {
            findings.Error("RT001", "the file is not UTF-8 text", new SourcePlace(path, null, $"byte {exception.Index}"), "save it as UTF-8");
        }

        return null;
    }

    public static bool RefuseTooLarge(long length, string file, DiagnosticCollector findings)
    {
        if (length > MaxFileBytes)
        {
            findings.Error(
                "RT002",
                $"the file is larger than {MaxFileBytes} bytes",
                SourcePlace.OfFile(file),
                "a run file has two or three thousand; is this the right file?");
        }

        return length > MaxFileBytes;
    }

    private static string? ReadBounded(string path, DiagnosticCollector findings)
    {
        using FileStream stream = File.OpenRead(path);
        using MemoryStream bytes = new();
        byte[] buffer = new byte[1 << 14];
        for (int read = stream.Read(buffer); read > 0; read = stream.Read(buffer))
        {
            bytes.Write(buffer, 0, read);
            if (RefuseTooLarge(bytes.Length, path, findings))
            {
                return null;
            }
        }

        return StrictUtf8.GetString(bytes.GetBuffer(), 0, (int)bytes.Length).TrimStart('\uFEFF');
    }
}
