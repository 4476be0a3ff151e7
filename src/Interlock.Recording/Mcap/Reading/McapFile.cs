using Interlock.Core.Diagnostics;

namespace Interlock.Recording.Mcap.Reading;

/// <summary>Opens files for reading.</summary>
internal static class McapFile
{
    private const int BufferBytes = 1 << 16;

    public static FileStream OpenRead(string path)
    {
        try
        {
            return new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite, BufferBytes);
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new DiagnosticException("RC012", "there is no such file", SourcePlace.OfFile(path), "check the path");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new DiagnosticException("RC012", $"the file cannot be read: {exception.Message.TrimEnd('.')}", SourcePlace.OfFile(path), "check the path and its permissions");
        }
    }
}
