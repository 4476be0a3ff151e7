namespace Interlock.Runtime.Campaign;

/// <summary>How a fault campaign is run.</summary>
public sealed record CampaignOptions
{
    /// <summary>Most runs of each fault.</summary>
    public const int MostRuns = 1000;

    /// <summary>Seed of everything random; the same seed gives the same result.</summary>
    /// <value>Default: 1.</value>
    public ulong Seed { get; init; } = 1;

    /// <summary>Runs of each fault, each with a motion and a moment of its own, 1 to 1000; the worst is reported.</summary>
    /// <value>Default: 5.</value>
    public int Runs { get; init; } = 5;
}
