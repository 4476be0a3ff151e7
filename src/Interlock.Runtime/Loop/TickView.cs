using Interlock.Runtime.Supervision;

namespace Interlock.Runtime.Loop;

/// <summary>One tick as the recording sees it; valid during the call.</summary>
internal readonly ref struct TickView
{
    public required long Tick { get; init; }

    public required long Episode { get; init; }

    public required TickTimings Timings { get; init; }

    public required SupervisorDecision Decision { get; init; }

    public required TickMotion Motion { get; init; }

    /// <summary>The plan's position, policy steps; null when the action was not the plan's.</summary>
    public required double? PlanStep { get; init; }

    /// <summary>As the policy wrote it; empty when the action was not the plan's.</summary>
    public required ReadOnlySpan<double> PolicyRow { get; init; }

    /// <summary>What went into the guard; empty when nothing did.</summary>
    public required ReadOnlySpan<double> Action { get; init; }

    /// <summary>What the guard let out; empty when nothing was sent.</summary>
    public required ReadOnlySpan<double> Command { get; init; }

    /// <summary>What the robot took; empty when nothing was sent.</summary>
    public required ReadOnlySpan<double> Executed { get; init; }

    /// <summary>By how much the wall clock stepped before this tick, ns; 0 when it did not.</summary>
    public required long WallClockStepNs { get; init; }

    public required Senses Senses { get; init; }

    public required ChunkIntake Intake { get; init; }
}
