namespace Interlock.ExecSpec.Specification;

/// <summary>What the policy has to be shown.</summary>
public sealed record ObservationSpec
{
    /// <summary>Cameras.</summary>
    public IReadOnlyList<CameraSpec> Cameras { get; init; } = [];

    /// <summary>The state vector; null when not stated.</summary>
    public StateSpec? State { get; init; }

    /// <summary>The prompt; null when not stated.</summary>
    public PromptSpec? Prompt { get; init; }
}
