using Interlock.Guard;
using Interlock.Policies.Scheduling;
using Interlock.Robots;
using Interlock.Runtime.Clock;
using Interlock.Runtime.Inference;
using Interlock.Runtime.Sensing;
using Interlock.Runtime.Supervision;
using Interlock.Runtime.Takeover;
using Interlock.Runtime.Trajectory;

namespace Interlock.Runtime.Loop;

/// <summary>Everything that a loop joins; each part is made and checked before.</summary>
internal sealed record LoopParts
{
    /// <summary>Long enough to be seen, short enough for a correction; ours.</summary>
    public const double DefaultHandoverMs = 300;

    public required ILoopClock Clock { get; init; }

    public required LoopRates Rates { get; init; }

    /// <summary>Connected; channels in the contract's order and units.</summary>
    public required IRobot Robot { get; init; }

    public required ActionGuard Guard { get; init; }

    public required ChunkScheduler Scheduler { get; init; }

    /// <summary>Null when the path is not slowed.</summary>
    public PathBrake? Brake { get; init; }

    public required Starvation OnStarvation { get; init; }

    public required Supervisor Supervisor { get; init; }

    /// <summary>Where a person's actions arrive.</summary>
    public required HumanControl Human { get; init; }

    /// <summary>Time over which control passes to a person and back, ms.</summary>
    public double HandoverMs { get; init; } = DefaultHandoverMs;

    public required IInferenceDesk Desk { get; init; }

    public required CameraHub Cameras { get; init; }

    /// <summary>An answer that takes longer is hung, ns.</summary>
    public required long HungAfterNs { get; init; }

    /// <summary>Having no action for longer than this is a finding, ns; until then the robot is held and waits.</summary>
    public required long StarvationGraceNs { get; init; }

    /// <summary>Told about every tick.</summary>
    public required ITickLog Log { get; init; }

    /// <summary>What can change during a run and must not.</summary>
    public required IRunWatch Watch { get; init; }
}
