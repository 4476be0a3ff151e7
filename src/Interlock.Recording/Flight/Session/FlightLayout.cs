using Interlock.Core.Units;

namespace Interlock.Recording.Flight.Session;

/// <summary>What the numbers of a recording stand for; fixed before the first step. Channel order is that of the contract.</summary>
public sealed record FlightLayout
{
    /// <summary>Names of the C channels, as the contract has them; 1 or more.</summary>
    public required IReadOnlyList<string> Channels { get; init; }

    /// <summary>Units of the channels, C of them.</summary>
    public required IReadOnlyList<ChannelUnit> Units { get; init; }

    /// <summary>Values of one action as the policy writes it, D, 1 or more.</summary>
    public required int PolicyDimension { get; init; }

    /// <summary>Rate of the control loop, Hz, above 0; sizes the ring.</summary>
    public required double RateHz { get; init; }

    /// <summary>Names of the M monitors whose values each step has. Default none.</summary>
    public IReadOnlyList<string> Monitors { get; init; } = [];

    /// <summary>Words for <see cref="Steps.StepFrame.Verdict"/>; the first is the one that left the action alone.</summary>
    public IReadOnlyList<string> Verdicts { get; init; } = ["pass", "clip", "hold", "stop"];

    /// <summary>Words for <see cref="Steps.StepFrame.SupervisorState"/>.</summary>
    public IReadOnlyList<string> SupervisorStates { get; init; } = ["idle", "armed", "running", "degraded", "holding", "awaiting_human", "stopped"];

    /// <summary>Words for <see cref="Steps.StepFrame.ActionSource"/>.</summary>
    public IReadOnlyList<string> ActionSources { get; init; } = ["none", "policy", "hold", "brake", "human", "fallback"];

    /// <summary>Names of the cameras whose images are recorded. Default none.</summary>
    public IReadOnlyList<string> Cameras { get; init; } = [];
}
