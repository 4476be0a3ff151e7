namespace Interlock.Runtime.Tests.Soak;

/// <summary>What a soak found.</summary>
internal sealed record SoakReport
{
    public required long Ticks { get; init; }

    public required long MissedTicks { get; init; }

    /// <summary>Periods of the whole time by the clock, whatever the loop counted.</summary>
    public required long ElapsedPeriods { get; init; }

    public required long Commands { get; init; }

    public required long[] Faults { get; init; }

    /// <summary>Ticks in each supervisor state.</summary>
    public required long[] StateTicks { get; init; }

    public required int Bursts { get; init; }

    public required int LongestRecoveryTicks { get; init; }

    /// <summary>First command outside the contract; null for none.</summary>
    public required string? Violation { get; init; }

    /// <summary>Where it did not run again in time; null when it always did.</summary>
    public required string? Stuck { get; init; }

    public required long StepsWritten { get; init; }

    public required long StepsDropped { get; init; }

    /// <summary>Live bytes of the managed heap after the warm-up and at the end.</summary>
    public required (long Before, long After) HeapBytes { get; init; }

    public required (int Before, int After) Threads { get; init; }

    public long FaultCount => Faults.Sum();
}
