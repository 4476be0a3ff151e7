using Interlock.Core.Diagnostics;
using Interlock.ExecSpec.Manifest.Hashing;
using Microsoft.Win32.SafeHandles;

namespace Interlock.ExecSpec.Signing.Keys;

/// <summary>Reads a file whole when it is as small as it should be.</summary>
internal static class SmallFile
{
    public static byte[] Read(string path, int largest, string code, Action<SafeFileHandle>? inspect = null)
    {
        try
        {
            RequirePlain(path, code);
            using SafeFileHandle handle = File.OpenHandle(path);
            inspect?.Invoke(handle);
            return Read(handle, largest) ?? throw new DiagnosticException(code, $"the file has more than {largest} bytes", SourcePlace.OfFile(path));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new DiagnosticException(code, $"the file cannot be read: {exception.Message}", SourcePlace.OfFile(path), "check the permissions");
        }
    }

    /// <summary>Opening a pipe would wait for somebody to write into it.</summary>
    private static void RequirePlain(string path, string code)
    {
        string target = File.Exists(path) ? File.ResolveLinkTarget(path, returnFinalTarget: true)?.FullName ?? path : path;
        if (FileState.OfPath(target) is not { IsRegular: true })
        {
            throw new DiagnosticException(code, "there is no such file", SourcePlace.OfFile(path), "check the path");
        }
    }

    private static byte[]? Read(SafeFileHandle handle, int largest)
    {
        byte[] buffer = new byte[largest + 1];
        int length = 0;
        for (int read = -1; read != 0 && length < buffer.Length; length += read)
        {
            read = RandomAccess.Read(handle, buffer.AsSpan(length), length);
        }

        return length <= largest ? buffer[..length] : null;
    }
}
