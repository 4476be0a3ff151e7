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

    /// <summary>Weight exp(-m·age) of older chunks in a temporal ensemble. 0 to 100 per step. Default: 0.01.</summary>
    [ConfigKey("Weight exp(-m·age) of older chunks in a temporal ensemble.", Unit = "per step", Min = 0, Max = 100)]
    public double EnsembleDecay { get; init; } = 0.01;

    /// <summary>How commands between two policy steps are made. Default: linear.</summary>
    [ConfigKey("How commands between two policy steps are made.")]
    public StepInterpolation Interpolation { get; init; } = StepInterpolation.Linear;

    /// <summary>What happens when the chunk is used up and no other has come. Default: brake.</summary>
    [ConfigKey("What happens when the chunk is used up and no other has come.")]
    public StarvationReaction OnStarvation { get; init; } = StarvationReaction.Brake;

    /// <summary>Where limits bind, slow down along the chunk before deviating from it. Default: true.</summary>
    [ConfigKey("Where limits bind, slow down along the chunk before deviating from it.")]
    public bool BrakeAlongChunk { get; init; } = true;
}
