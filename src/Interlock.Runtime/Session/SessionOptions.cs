using Interlock.Runtime.Clock;
using Interlock.Runtime.Live;

namespace Interlock.Runtime.Session;

/// <summary>What a session takes from its surroundings.</summary>
public sealed record SessionOptions
{
    /// <summary>The loop's clock; a <see cref="VirtualClock"/> makes a run that needs no real time and gives the same bytes every time.</summary>
    public required ILoopClock Clock { get; init; }

    /// <summary>Clock of time-outs, files and certificates.</summary>
    public required TimeProvider Time { get; init; }

    /// <summary>Version of this software, for the recording; null when unknown.</summary>
    public string? SoftwareVersion { get; init; }

    /// <summary>Time that an answer takes on a virtual clock, ns.</summary>
    public long VirtualLatencyNs { get; init; } = DefaultVirtualLatencyNs;

    /// <summary>Shows the session and takes commands of people while it lives; the caller's to dispose. Null for none.</summary>
    public LiveFeed? Live { get; init; }

    /// <summary>What a trial changes and watches; null outside trials.</summary>
    internal ITrial? Trial { get; init; }

    /// <summary>True when the run needs no thread and no real time.</summary>
    public bool IsVirtual => Clock is VirtualClock;

    /// <summary>An ordinary inference of a policy on a workstation; ours.</summary>
    public const long DefaultVirtualLatencyNs = 50_000_000;
}
