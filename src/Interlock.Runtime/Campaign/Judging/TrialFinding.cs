using Interlock.Runtime.Campaign.Report;

namespace Interlock.Runtime.Campaign.Judging;

/// <summary>What came of one run.</summary>
internal sealed record TrialFinding
{
    /// <summary>Strongest reaction from detectability until the bar.</summary>
    public required CampaignReaction Reaction { get; init; }

    /// <summary>Strongest reaction until the fault was over.</summary>
    public required CampaignReaction Strongest { get; init; }

    /// <summary>Ticks from the injection to detectability; null when it never was.</summary>
    public int? VisibleAfter { get; init; }

    /// <summary>Ticks from the injection to the first reaction that is firm enough, −1 for any before it; null when there was none.</summary>
    public int? ReactedAfter { get; init; }

    public required IReadOnlyList<string> Codes { get; init; }

    /// <summary>Those that came after the fault was over.</summary>
    public IReadOnlyList<string> LaterCodes { get; init; } = [];

    public required CampaignEnding Ending { get; init; }

    public long Commands { get; init; }

    public double LargestViolation { get; init; }
}
