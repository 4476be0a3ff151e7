namespace Interlock.Guard.Monitors;

/// <summary>What happened at a step besides the action itself.</summary>
internal readonly record struct StepFacts
{
    /// <summary>Facts of a step at which nothing else happened and nothing was measured.</summary>
    public static StepFacts None => new() { LatencyMs = double.NaN };

    /// <summary>Largest change that the guard made to a channel, relative to that channel's span; 0 when it changed nothing.</summary>
    public double ClipFraction { get; init; }

    /// <summary>Largest change that the guard made to a channel, in channel units.</summary>
    public double ClipMagnitude { get; init; }

    /// <summary>True when the guard changed or replaced the command.</summary>
    public bool Overridden { get; init; }

    /// <summary>True on the first step that is executed from a new chunk.</summary>
    public bool ChunkStart { get; init; }

    /// <summary>Time from observation to action, in milliseconds; NaN when not measured.</summary>
    public double LatencyMs { get; init; }
}
