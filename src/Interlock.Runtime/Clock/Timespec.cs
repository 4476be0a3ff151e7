using System.Runtime.InteropServices;

namespace Interlock.Runtime.Clock;

/// <summary>struct timespec of 64-bit POSIX systems.</summary>
[StructLayout(LayoutKind.Sequential)]
internal readonly struct Timespec(long ns)
{
    private const long NsPerS = 1_000_000_000;

    public readonly long Seconds = ns / NsPerS;

    public readonly long Nanoseconds = ns % NsPerS;
}
