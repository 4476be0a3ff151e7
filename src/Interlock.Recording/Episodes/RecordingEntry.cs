namespace Interlock.Recording.Episodes;

/// <summary>One line of a list of recordings.</summary>
public sealed record RecordingEntry
{
    /// <summary>The file.</summary>
    public required string Path { get; init; }

    /// <summary>Name of the run.</summary>
    public required string RunId { get; init; }

    /// <summary>When it began, UTC.</summary>
    public required DateTimeOffset StartedUtc { get; init; }

    /// <summary>From the start to the newest step.</summary>
    public required TimeSpan Length { get; init; }

    /// <summary>Control ticks recorded.</summary>
    public required long Steps { get; init; }

    /// <summary>Interventions of the guard, by their events.</summary>
    public required long Interventions { get; init; }

    /// <summary>Latched stops, by their events.</summary>
    public required long Stops { get; init; }

    /// <summary>False when the recorder did not come to its end: killed, disk full, or still running.</summary>
    public required bool IsFinished { get; init; }

    /// <summary>Smallest distance to a limit as a fraction of that limit's span; null when none was computed.</summary>
    public double? WorstMargin { get; init; }

    /// <summary>The instruction; null when there was none.</summary>
    public string? Task { get; init; }

    /// <summary>Name of the policy; null when unknown.</summary>
    public string? Policy { get; init; }

    /// <summary>Name of the robot; null when unknown.</summary>
    public string? Robot { get; init; }

    /// <summary>Level of the certificate; null without one.</summary>
    public string? CertificateLevel { get; init; }

    /// <summary>Whether the task was done: what a person noted, else what the run said; null when nobody judged.</summary>
    public bool? Success { get; init; }

    /// <summary>Tags and note that people gave it.</summary>
    public RecordingNotes Notes { get; init; } = new();
}
