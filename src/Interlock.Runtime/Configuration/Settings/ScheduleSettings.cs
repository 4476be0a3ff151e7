using Interlock.Runtime.Configuration.Keys;

namespace Interlock.Runtime.Configuration.Settings;

/// <summary>How chunks become commands.</summary>
public sealed record ScheduleSettings
{
    /// <summary>How a new chunk joins the one under way. Default: cross_fade.</summary>
    [ConfigKey("How a new chunk joins the one under way.")]
    public ChunkBlending Blending { get; init; } = ChunkBlending.CrossFade;

    /// <summary>Steps executed of a chunk before the policy is asked again. 1 to 4096 steps. Default: as queue_threshold says.</summary>
    [ConfigKey(
        "Steps executed of a chunk before the policy is asked again.",
        Unit = "steps", Min = 1, Max = 4096, DefaultText = "as queue_threshold says")]
    public int? RecomputeEverySteps { get; init; }

    /// <summary>Share of a chunk left at which the policy is asked again. 0 to 1. Default: 0.5.</summary>
    [ConfigKey("Share of a chunk left at which the policy is asked again.", Min = 0, Max = 1)]
    public double QueueThreshold { get; init; } = 0.5;

    /// <summary>Length of a cross-fade. 1 to 4096 steps. Default: 4.</summary>
    [ConfigKey("Length of a cross-fade.", Unit = "steps", Min = 1, Max = 4096)]
    public int CrossFadeSteps { get; init; } = 4;

    /// <summary>m of the weights exp(-m·i) of a temporal ensemble, the oldest chunk first; negative favours the newest. -100 to 100 per step. Default: 0.01.</summary>
    [ConfigKey(
        "m of the weights exp(-m·i) of a temporal ensemble, the oldest chunk first; negative favours the newest.",
        Unit = "per step", Min = -100, Max = 100)]
    public double EnsembleDecay { get; init; } = 0.01;

    /// <summary>How commands between two policy steps are made. Default: linear.</summary>
    [ConfigKey("How commands between two policy steps are made.")]
    public StepInterpolation Interpolation { get; init; } = StepInterpolation.Linear;

    /// <summary>What happens when the chunk is used up and no other has come. Default: brake.</summary>
    [ConfigKey("What happens when the chunk is used up and no other has come.")]
    public StarvationReaction OnStarvation { get; init; } = StarvationReaction.Brake;

    /// <summary>Most steps executed since the observation of a chunk that is still taken. 0 to 4096 steps. Default: as many as the chunk has rows.</summary>
    [ConfigKey(
        "Most steps executed since the observation of a chunk that is still taken.",
        Unit = "steps", Min = 0, Max = 4096, DefaultText = "as many as the chunk has rows")]
    public int? MaxStaleSteps { get; init; }

    /// <summary>Tell a policy that accepts it the actions that are under way (real-time chunking). Default: false.</summary>
    [ConfigKey("Tell a policy that accepts it the actions that are under way (real-time chunking).")]
    public bool SendPrefix { get; init; }

    /// <summary>Where limits bind, slow down along the chunk before deviating from it. Default: true.</summary>
    [ConfigKey("Where limits bind, slow down along the chunk before deviating from it.")]
    public bool BrakeAlongChunk { get; init; } = true;
}
