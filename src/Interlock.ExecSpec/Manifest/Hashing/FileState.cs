using Microsoft.Win32.SafeHandles;

namespace Interlock.ExecSpec.Manifest.Hashing;

/// <summary>A file as the system describes it. Symbolic links are not followed.</summary>
/// <param name="IsRegular">A plain file: no folder, link, pipe, socket or device.</param>
/// <param name="Identity">Size, times and number.</param>
internal readonly record struct FileState(bool IsRegular, FileIdentity Identity)
{
    private const long NsPerTick = 100;

    /// <summary>The file at a path; null when there is none or it may not be looked at.</summary>
    public static FileState? OfPath(string path) => LinuxStatus.IsAvailable ? LinuxStatus.OfPath(path) : Portable(new FileInfo(path));

    /// <summary>An open file.</summary>
    public static FileState? OfHandle(SafeFileHandle handle) => LinuxStatus.IsAvailable
        ? LinuxStatus.OfHandle(handle)
        : new FileState(true, Describe(RandomAccess.GetLength(handle), File.GetLastWriteTimeUtc(handle)));

    private static FileState? Portable(FileInfo file)
    {
        const FileAttributes Special = FileAttributes.ReparsePoint | FileAttributes.Directory | FileAttributes.Device;
        return file.Exists ? new FileState((file.Attributes & Special) == 0, Describe(file.Length, file.LastWriteTimeUtc)) : null;
    }

    private static FileIdentity Describe(long size, DateTime modified) =>
        new(size, (modified - DateTime.UnixEpoch).Ticks * NsPerTick, null, null, null);
}
