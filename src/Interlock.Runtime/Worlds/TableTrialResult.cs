using Interlock.Guard;
using Interlock.Simulation.Table;

namespace Interlock.Runtime.Worlds;

/// <summary>What came of a trial. Everything counts from the first wrong action on, or from the start where there was none.</summary>
public sealed record TableTrialResult
{
    /// <summary>What the arm really did, taken at every physics step.</summary>
    public required MotionExtremes Extremes { get; init; }

    /// <summary>Null when nothing was noticed.</summary>
    public required TrialAlarm? FirstAlarm { get; init; }

    /// <summary>Alarms before the onset, each of which was false.</summary>
    public required int FalseAlarms { get; init; }

    /// <summary>The guard's strongest verdict on an action of the policy.</summary>
    public required Verdict Verdict { get; init; }

    /// <summary>Ticks in which the guard changed or refused an action of the policy.</summary>
    public required int ChangedTicks { get; init; }

    /// <summary>Times that a person said go on; 0 when nobody attends.</summary>
    public int Answers { get; init; }

    /// <summary>How it ended.</summary>
    public required TrialEnd End { get; init; }

    /// <summary>Code of the first cause of a hold, question or stop; null when the policy was in charge to the end.</summary>
    public required string? EndCode { get; init; }

    /// <summary>True when the cube lay at the goal.</summary>
    public required bool Success { get; init; }

    /// <summary>False when the loop had taken the policy out of charge before the fault set in.</summary>
    public required bool HadOnset { get; init; }

    /// <summary>Control ticks of the whole run.</summary>
    public required long Ticks { get; init; }

    /// <summary>The recording; null without one.</summary>
    public required string? RecordingPath { get; init; }
}
