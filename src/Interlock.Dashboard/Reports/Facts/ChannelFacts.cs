namespace Interlock.Dashboard.Reports.Facts;

/// <summary>One channel over the whole recording: extremes are exact.</summary>
internal sealed record ChannelFacts
{
    public required string Name { get; init; }

    public required string Unit { get; init; }

    public required double? Min { get; init; }

    public required double? Max { get; init; }

    public required double? PolicyMin { get; init; }

    public required double? PolicyMax { get; init; }

    /// <summary>Values of the policy that were NaN.</summary>
    public required long PolicyNotANumber { get; init; }

    /// <summary>Commands that the guard let through.</summary>
    public required long Commands { get; init; }

    public required double? GuardedMin { get; init; }

    public required double? GuardedMax { get; init; }

    public required long GuardedNotANumber { get; init; }

    public required long Interventions { get; init; }

    /// <summary>True when every guarded command was a number inside the bounds; null where there are no bounds or no commands.</summary>
    public required bool? IsInside { get; init; }
}
