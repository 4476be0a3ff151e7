using Interlock.Runtime.Campaign.Report;

namespace Interlock.Runtime.Campaign.Faults;

/// <summary>What a fault is, and what is expected of the loop.</summary>
internal sealed record FaultStory
{
    /// <summary>An answer is at most 66 ticks away; a fault that stays much longer is not transient, and asks a person.</summary>
    private const int DefaultTicks = 90;

    /// <summary>Lower case, words separated by spaces.</summary>
    public required string Name { get; init; }

    /// <summary>What happens, in one sentence without a full stop.</summary>
    public required string Sentence { get; init; }

    /// <summary>The first tick at which information about it reaches the loop, in words.</summary>
    public required string Detectable { get; init; }

    /// <summary>The gentlest reaction that will do.</summary>
    public CampaignReaction Least { get; init; } = CampaignReaction.Held;

    /// <summary>The strongest reaction that is in proportion.</summary>
    public CampaignReaction Most { get; init; } = CampaignReaction.ProtectiveStop;

    /// <summary>Codes that have to be seen.</summary>
    public required IReadOnlyList<string> Codes { get; init; }

    /// <summary>What the run needs to go on after the fault is over.</summary>
    public required CampaignEnding Ending { get; init; }

    /// <summary>
    /// Other ends that are right as well: a calibrated alarm about the motion around a stop may ask a person, and whether it or the escalation
    /// comes first is a matter of chance.
    /// </summary>
    public IReadOnlyList<CampaignEnding> OrEnding { get; init; } = [];

    /// <summary>Ticks from the injection until it is over.</summary>
    public int LastsTicks { get; init; } = DefaultTicks;
}
