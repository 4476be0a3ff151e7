using System.Runtime.InteropServices;
using System.Text;
using Microsoft.Win32.SafeHandles;

namespace Interlock.ExecSpec.Manifest.Hashing;

/// <summary>The statx call of Linux: kind, inode, device and change time, which the framework does not tell.</summary>
internal static class LinuxStatus
{
    // linux/stat.h and linux/fcntl.h; the structure is the same on every architecture.
    private const int CurrentFolder = -100;
    private const int DoNotFollowLinks = 0x100;
    private const int EmptyPath = 0x1000;
    private const uint BasicStatistics = 0x7FF;
    private const int StructureBytes = 256;
    private const int ModeOffset = 28;
    private const int InodeOffset = 32;
    private const int SizeOffset = 40;
    private const int ChangedOffset = 96;
    private const int ModifiedOffset = 112;
    private const int DeviceMajorOffset = 136;
    private const int DeviceMinorOffset = 140;
    private const int KindMask = 0xF000;
    private const int RegularFile = 0x8000;
    private const long NsPerS = 1_000_000_000;

    private static readonly Statx? Call = Find();

    /// <summary>int statx(int dirfd, const char *path, int flags, unsigned mask, struct statx *result).</summary>
    private delegate int Statx(int folder, byte[] path, int flags, uint mask, [Out] byte[] result);

    public static bool IsAvailable => Call is not null;

    public static FileState? OfPath(string path) => Ask(CurrentFolder, [.. Encoding.UTF8.GetBytes(path), 0], DoNotFollowLinks);

    public static FileState? OfHandle(SafeFileHandle handle) => Ask((int)handle.DangerousGetHandle(), [0], EmptyPath);

    private static FileState? Ask(int folder, byte[] path, int flags)
    {
        byte[] result = new byte[StructureBytes];
        return Call!(folder, path, flags, BasicStatistics, result) == 0 ? Parse(result) : null;
    }

    private static FileState Parse(ReadOnlySpan<byte> result)
    {
        FileIdentity identity = new(
            MemoryMarshal.Read<long>(result[SizeOffset..]),
            Nanoseconds(result[ModifiedOffset..]),
            Nanoseconds(result[ChangedOffset..]),
            MemoryMarshal.Read<ulong>(result[InodeOffset..]),
            ((ulong)MemoryMarshal.Read<uint>(result[DeviceMajorOffset..]) << 32) | MemoryMarshal.Read<uint>(result[DeviceMinorOffset..]));
        return new FileState((MemoryMarshal.Read<ushort>(result[ModeOffset..]) & KindMask) == RegularFile, identity);
    }

    private static long Nanoseconds(ReadOnlySpan<byte> time) =>
        (MemoryMarshal.Read<long>(time) * NsPerS) + MemoryMarshal.Read<uint>(time[sizeof(long)..]);

    private static Statx? Find() =>
        OperatingSystem.IsLinux()
        && NativeLibrary.TryLoad("libc", typeof(LinuxStatus).Assembly, null, out nint library)
        && NativeLibrary.TryGetExport(library, "statx", out nint address)
            ? Marshal.GetDelegateForFunctionPointer<Statx>(address)
            : null;
}
