using Interlock.Recording.Flight.Session;

namespace Interlock.Recording.Flight.Encoding;

/// <summary>File time: the wall clock at the start, counted on monotonically, so that a jump of the wall clock cannot reorder a recording.</summary>
internal sealed class FlightClock(long startMonotonicNs, long startUtcNs)
{
    public const ulong NsPerS = 1_000_000_000;

    public FlightClock(FlightSession session)
        : this(session.StartMonotonicNs, session.StartUtcNs)
    {
    }

    public ulong FileNs(long monotonicNs) => (ulong)Math.Max(0, startUtcNs + (monotonicNs - startMonotonicNs));

    public long MonotonicNs(ulong fileNs) => (long)fileNs - startUtcNs + startMonotonicNs;
}
