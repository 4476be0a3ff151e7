using System.Security.Cryptography;
using System.Text;
using Interlock.Core.Diagnostics;
using Microsoft.Win32.SafeHandles;

namespace Interlock.ExecSpec.Signing.Keys;

/// <summary>Reads private key files, and refuses one that others could have read.</summary>
internal static class PrivateKeyFile
{
    private const UnixFileMode OfOthers =
        UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.GroupExecute
        | UnixFileMode.OtherRead | UnixFileMode.OtherWrite | UnixFileMode.OtherExecute;

    public static SigningKey Read(string path, ReadOnlySpan<char> passphrase)
    {
        byte[] bytes = SmallFile.Read(path, PublicKeyFile.LargestFile, SigningCodes.PrivateKeyUnreadable, handle => RequireOwnerOnly(handle, path));
        char[] text = Encoding.UTF8.GetChars(bytes);
        try
        {
            return PrivateKeyPem.Parse(text, passphrase, path);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(bytes);
            Array.Clear(text);
        }
    }

    private static void RequireOwnerOnly(SafeFileHandle handle, string path)
    {
        if (!OperatingSystem.IsWindows() && (File.GetUnixFileMode(handle) & OfOthers) != 0)
        {
            throw new DiagnosticException(
                SigningCodes.PrivateKeyReadableByOthers,
                "the private key may be read or changed by others than its owner",
                SourcePlace.OfFile(path),
                $"chmod 600 {path}, and think about whether somebody has it");
        }
    }
}
