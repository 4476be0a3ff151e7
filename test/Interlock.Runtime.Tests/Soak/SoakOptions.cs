namespace Interlock.Runtime.Tests.Soak;

/// <summary>How a soak is run.</summary>
internal sealed record SoakOptions
{
    public int Channels { get; init; } = 7;

    public double ControlHz { get; init; } = 1000;

    public ulong Seed { get; init; } = 1;

    /// <summary>True with a policy thread, a camera thread and a recorder thread on the machine's clock.</summary>
    public required bool IsLive { get; init; }

    public int ImagePx { get; init; } = 224;

    /// <summary>Length of a stretch with faults, ticks.</summary>
    public required int BurstTicks { get; init; }

    /// <summary>A fault begins after this many ticks on average.</summary>
    public required int FaultEveryTicks { get; init; }

    /// <summary>A fault lasts at most this long, ticks.</summary>
    public required int LongestFaultTicks { get; init; }

    /// <summary>Time after the end of all faults within which the policy has to move the robot again, ticks.</summary>
    public required int RecoverWithinTicks { get; init; }

    /// <summary>Good motion before the next stretch of faults, ticks.</summary>
    public required int GoodTicks { get; init; }

    /// <summary>How often the person looks, ticks.</summary>
    public required int PersonEveryTicks { get; init; }

    public required double StopSettleMs { get; init; }
}
