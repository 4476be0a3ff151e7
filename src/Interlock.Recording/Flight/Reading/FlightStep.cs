namespace Interlock.Recording.Flight.Reading;

/// <summary>One recorded control tick. A row that the tick did not have is null.</summary>
public sealed record FlightStep
{
    /// <summary>Number of the control tick.</summary>
    public required long Tick { get; init; }

    /// <summary>Beginning of the tick: monotonic time, ns.</summary>
    public required long MonotonicNs { get; init; }

    /// <summary>The wall clock at the same moment, ns since 1970-01-01 UTC.</summary>
    public required long UtcNs { get; init; }

    /// <summary>Number of the episode within the session.</summary>
    public required int Episode { get; init; }

    /// <summary>Place on the policy's scale of steps.</summary>
    public required double PolicyStep { get; init; }

    /// <summary>Word of the verdict.</summary>
    public required string Verdict { get; init; }

    /// <summary>Word of the supervisor's state.</summary>
    public required string SupervisorState { get; init; }

    /// <summary>Word for where the action came from.</summary>
    public required string ActionSource { get; init; }

    /// <summary>True where the loop marked the tick.</summary>
    public required bool Mark { get; init; }

    /// <summary>The action as the policy wrote it, D values.</summary>
    public double[]? Policy { get; init; }

    /// <summary>The action in contract channels and units before the guard, C values.</summary>
    public double[]? Unnormalised { get; init; }

    /// <summary>What the guard let through, C values.</summary>
    public double[]? Guarded { get; init; }

    /// <summary>What was sent to the robot, C values.</summary>
    public double[]? Executed { get; init; }

    /// <summary>What the robot measured, C values.</summary>
    public double[]? State { get; init; }

    /// <summary>Values of the monitors.</summary>
    public double[]? MonitorValues { get; init; }

    /// <summary>Largest change by the guard relative to the channel's span.</summary>
    public double? ClipFraction { get; init; }

    /// <summary>Smallest distance to a limit as a fraction of that limit's span.</summary>
    public double? Margin { get; init; }

    /// <summary>Contact force, N.</summary>
    public double? ForceN { get; init; }

    /// <summary>Contact torque, N·m.</summary>
    public double? TorqueNm { get; init; }

    /// <summary>Confidence, 0 to 1.</summary>
    public double? Confidence { get; init; }

    /// <summary>Age of the observation behind the action, ms.</summary>
    public double? ObservationAgeMs { get; init; }

    /// <summary>Age of the chunk behind the action, ms.</summary>
    public double? ChunkAgeMs { get; init; }

    /// <summary>How much later than meant the action was executed, ms; null when it was no policy's action.</summary>
    public double? ActionLagMs { get; init; }

    /// <summary>Time from the observation to its first executed action, ms; null when it was no policy's action.</summary>
    public double? LatencyMs { get; init; }

    /// <summary>How late the tick began, ns.</summary>
    public required long LatenessNs { get; init; }

    /// <summary>Time for reading the robot, ns.</summary>
    public required long ReadNs { get; init; }

    /// <summary>Time for choosing the action, ns.</summary>
    public required long ScheduleNs { get; init; }

    /// <summary>Time for the guard, ns.</summary>
    public required long GuardNs { get; init; }

    /// <summary>Time for sending, ns.</summary>
    public required long SendNs { get; init; }
}
