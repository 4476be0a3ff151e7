using Interlock.Core.Diagnostics;
using Interlock.Recording.Flight.Encoding;
using Interlock.Recording.Ros2.Cdr;

namespace Interlock.Recording.Ros2.Messages;

/// <summary><c>builtin_interfaces/Time</c>: seconds as a signed 32-bit number, so that it ends in January 2038.</summary>
internal static class Ros2Time
{
    /// <exception cref="DiagnosticException">RC061: the time cannot be written.</exception>
    public static CdrWriter Time(this CdrWriter cdr, ulong timeNs)
    {
        (ulong seconds, ulong nanoseconds) = Math.DivRem(timeNs, FlightClock.NsPerS);
        return seconds <= int.MaxValue
            ? cdr.Int32((int)seconds).UInt32((uint)nanoseconds)
            : throw new DiagnosticException("RC061", $"a message is {seconds} s after 1970, and the time of ROS 2 ends at {int.MaxValue} s");
    }

    public static CdrWriter Header(this CdrWriter cdr, ulong timeNs, string frame = "") => cdr.Time(timeNs).String(frame);
}
