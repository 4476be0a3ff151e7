using Interlock.Core.Diagnostics;

namespace Interlock.Datasets.Opening;

/// <summary>Access to files with errors that name the file.</summary>
internal static class DatasetFile
{
    private const int BufferBytes = 1 << 16;

    public static FileStream OpenRead(string path)
    {
        try
        {
            return new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, BufferBytes);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw Unreadable(path, exception);
        }
    }

    /// <summary>The whole of a small side file.</summary>
    public static byte[] ReadSmall(string path)
    {
        using FileStream stream = OpenRead(path);
        if (stream.Length > EpisodeLimits.MaximumSideFileBytes)
        {
            throw new DiagnosticException(
                FileCode.Unreadable,
                $"The file has {stream.Length} bytes, more than the {EpisodeLimits.MaximumSideFileBytes} of a description",
                SourcePlace.OfFile(path));
        }

        byte[] bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }

    /// <summary>Paths of a folder's entries, unsorted, hidden ones left out.</summary>
    public static IReadOnlyList<string> Entries(string folder)
    {
        try
        {
            return [.. Directory.EnumerateFileSystemEntries(folder)
                .Where(entry => !Path.GetFileName(entry).StartsWith('.'))
                .Take(EpisodeLimits.MaximumFolderEntries)];
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw Unreadable(folder, exception);
        }
    }

    private static DiagnosticException Unreadable(string path, Exception cause) =>
        new(FileCode.Unreadable, $"The system refuses to read it: {cause.Message}", SourcePlace.OfFile(path), "check the permissions");
}
