using Interlock.Core.Diagnostics;

namespace Interlock.Policies.Files;

/// <summary>Reads whole files of bounded size.</summary>
internal static class FileBytes
{
    public static byte[] Read(string path, long mostBytes)
    {
        try
        {
            using FileStream stream = File.OpenRead(path);
            return Read(stream, path, mostBytes);
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            throw Refused(path, "there is no such file", "check the path");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw Refused(path, $"the file cannot be read: {exception.Message.TrimEnd('.')}", "check the path and its permissions");
        }
    }

    private static byte[] Read(FileStream stream, string path, long mostBytes)
    {
        // The length of a device or a growing file says nothing: what counts is what was read.
        using MemoryStream bytes = new();
        byte[] buffer = new byte[1 << 16];
        for (int read = stream.Read(buffer); read > 0; read = stream.Read(buffer))
        {
            bytes.Write(buffer, 0, read);
            if (bytes.Length > mostBytes)
            {
                throw Refused(path, $"the file is larger than {mostBytes} bytes", "is this the right file?");
            }
        }

        return bytes.ToArray();
    }

    private static DiagnosticException Refused(string path, string message, string hint) =>
        new(FileCodes.Unreadable, message, SourcePlace.OfFile(path), hint);
}
