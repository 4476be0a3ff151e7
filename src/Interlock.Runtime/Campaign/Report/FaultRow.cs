namespace Interlock.Runtime.Campaign.Report;

/// <summary>What came of one fault over all its runs.</summary>
public sealed record FaultRow
{
    /// <summary>Name, lower case, words separated by spaces.</summary>
    public required string Fault { get; init; }

    /// <summary>What happens, in one sentence.</summary>
    public required string Story { get; init; }

    /// <summary>What makes it detectable: the first tick at which information about it reaches the loop.</summary>
    public required string Detectable { get; init; }

    /// <summary>The gentlest reaction of any run, within <see cref="FaultCampaign.ReactionBarPeriods"/> of detectability.</summary>
    public required CampaignReaction Reaction { get; init; }

    /// <summary>Control periods from detectability to the first reaction, the slowest run; null when one did not react, or nothing was to react.</summary>
    public int? Periods { get; init; }

    /// <summary>From the injection to detectability, ms, the slowest run; null when nothing was injected into a running loop.</summary>
    public double? DetectableAfterMs { get; init; }

    /// <summary>Stable codes that every run gave: first those that are expected, then others in the order in which they came.</summary>
    public required IReadOnlyList<string> Codes { get; init; }

    /// <summary>Where the runs ended; the worst.</summary>
    public required CampaignEnding Ending { get; init; }

    /// <summary>Commands that reached the robot, all runs together.</summary>
    public required long Commands { get; init; }

    /// <summary>Largest share by which any of them broke a limit of the contract; 0 when none did.</summary>
    public required double LargestViolation { get; init; }

    /// <summary>Where a run was not as expected, one sentence each; empty when all were.</summary>
    public required IReadOnlyList<string> Shortfalls { get; init; }

    /// <summary>True when every run was as expected.</summary>
    public bool IsAsExpected => Shortfalls.Count == 0;
}
