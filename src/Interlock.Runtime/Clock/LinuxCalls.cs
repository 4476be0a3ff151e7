using System.Runtime.InteropServices;

namespace Interlock.Runtime.Clock;

/// <summary>The calls of the Linux C library that pacing needs; each returns what its manual page says.</summary>
internal static partial class LinuxCalls
{
    public const int ClockMonotonic = 1;
    public const int AbsoluteTime = 1;
    public const int Interrupted = 4;
    public const int FirstInFirstOut = 1;
    public const int CurrentAndFutureMemory = 3;

    public const int SetTimerSlack = 29;

    private const string Library = "libc";

    /// <summary>Returns an error number, 0 at the deadline.</summary>
    [LibraryImport(Library, EntryPoint = "clock_nanosleep")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    public static partial int SleepUntil(int clock, int flags, in Timespec deadline, nint remaining);

    /// <summary>Of the calling thread when <paramref name="thread"/> is 0.</summary>
    [LibraryImport(Library, EntryPoint = "sched_setscheduler", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    public static partial int SetScheduler(int thread, int policy, in int priority);

    [LibraryImport(Library, EntryPoint = "mlockall", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    public static partial int LockMemory(int flags);

    /// <summary>Of the calling thread; with <see cref="SetTimerSlack"/> the value is nanoseconds by which the kernel may let it sleep longer.</summary>
    [LibraryImport(Library, EntryPoint = "prctl")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    public static partial int ControlThread(int option, nuint value, nuint unused3, nuint unused4, nuint unused5);
}
