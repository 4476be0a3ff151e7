using System.Runtime.InteropServices;

namespace Interlock.Runtime.Clock;

/// <summary>Asks Linux for a fixed priority of the calling thread, so that other programs do not delay the loop.</summary>
public static class RealTimePriority
{
    /// <summary>Above ordinary drivers' threads, below the kernel's own; the range is 1 to 99 (sched(7)).</summary>
    public const int DefaultPriority = 80;

    /// <summary>Sets SCHED_FIFO for this thread and keeps the process's memory from being swapped out.</summary>
    /// <returns>Null when it worked; otherwise why not, with the remedy.</returns>
    public static string? TryRaise(int priority = DefaultPriority)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(priority, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(priority, 99);
        if (!OperatingSystem.IsLinux())
        {
            return "this system has no SCHED_FIFO; the loop runs at ordinary priority";
        }

        if (LinuxCalls.SetScheduler(0, LinuxCalls.FirstInFirstOut, priority) != 0)
        {
            return $"SCHED_FIFO was refused (errno {Marshal.GetLastPInvokeError()}): allow it with `rtprio {priority}` for this user in /etc/security/limits.conf";
        }

        return LinuxCalls.LockMemory(LinuxCalls.CurrentAndFutureMemory) == 0
            ? null
            : $"memory could not be locked (errno {Marshal.GetLastPInvokeError()}): allow it with `memlock unlimited` for this user";
    }
}
