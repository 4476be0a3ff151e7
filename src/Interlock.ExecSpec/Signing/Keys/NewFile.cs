using System.Globalization;
using System.Text;
using Interlock.Core.Diagnostics;

namespace Interlock.ExecSpec.Signing.Keys;

/// <summary>Writes key files: whole or not at all, and never over one that exists.</summary>
internal static class NewFile
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    public static void Write(string path, string text, bool isSecret)
    {
        string partial = string.Create(CultureInfo.InvariantCulture, $"{Path.GetFullPath(path)}.{Environment.ProcessId}.partial");
        try
        {
            if (File.Exists(path) || Directory.Exists(path))
            {
                throw Refused(path, "the file exists already, and a key is never overwritten", "give another name, or move the old key away");
            }

            WritePartial(partial, text, isSecret);
            File.Move(partial, Path.GetFullPath(path), overwrite: false);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw Refused(path, $"the key cannot be written: {exception.Message}", "check folder and permissions");
        }
        finally
        {
            if (File.Exists(partial))
            {
                File.Delete(partial);
            }
        }
    }

    private static void WritePartial(string partial, string text, bool isSecret)
    {
        FileStreamOptions options = new() { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (isSecret && !OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = OwnerOnly;
        }

        using FileStream stream = new(partial, options);
        stream.Write(Encoding.ASCII.GetBytes(text));
        stream.Flush(flushToDisk: true);
    }

    private static DiagnosticException Refused(string path, string message, string hint) =>
        new(SigningCodes.KeyNotWritten, message, SourcePlace.OfFile(path), hint);
}
