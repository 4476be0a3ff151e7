using System.Runtime.InteropServices;

namespace Interlock.Cli.Verbs.Doctor;

/// <summary>What the C library says about the monotonic clock; nothing on systems without it.</summary>
internal static class PosixClock
{
    private const int ClockMonotonic = 1;
    private const double NanosecondsPerSecond = 1e9;
    private const string Library = "libc";

    /// <summary>int clock_getres(clockid_t, struct timespec *), where the structure is two 64-bit numbers: seconds and nanoseconds.</summary>
    private delegate int ClockGetResolution(int clock, [Out] long[] resolution);

    public static bool HasNanosleep => Find("clock_nanosleep") is not null;

    /// <summary>Resolution of CLOCK_MONOTONIC, in nanoseconds; null when it cannot be asked.</summary>
    public static double? MonotonicResolutionNs
    {
        get
        {
            if (!OperatingSystem.IsLinux() || !Environment.Is64BitProcess || Find("clock_getres") is not { } address)
            {
                return null;
            }

            ClockGetResolution ask = Marshal.GetDelegateForFunctionPointer<ClockGetResolution>(address);
            long[] resolution = new long[2];
            return ask(ClockMonotonic, resolution) == 0 ? (resolution[0] * NanosecondsPerSecond) + resolution[1] : null;
        }
    }

    private static nint? Find(string function) =>
        !OperatingSystem.IsWindows()
        && NativeLibrary.TryLoad(Library, typeof(PosixClock).Assembly, null, out nint library)
        && NativeLibrary.TryGetExport(library, function, out nint address)
            ? address
            : null;
}
