namespace Interlock.ExecSpec.Specification;

/// <summary>
/// What has to be fixed so that weights are one particular policy on one particular robot: action representation, unnormaliser,
/// gripper and controller conventions, and the input side. Immutable; parts that a source does not state are null and never guessed.
/// </summary>
public sealed record ExecutableSpec
{
    /// <summary>Name of the specification, for people.</summary>
    public required string Name { get; init; }

    /// <summary>The learned model and the library that runs it.</summary>
    public PolicyIdentity? Policy { get; init; }

    /// <summary>What the decoded numbers are.</summary>
    public required ActionSpec Action { get; init; }

    /// <summary>How normalised output becomes decoded numbers.</summary>
    public required Normaliser Unnormaliser { get; init; }

    /// <summary>How a decoded gripper value becomes the controller's; null when it is passed on as it is.</summary>
    public GripperMapping? Gripper { get; init; }

    /// <summary>What the controller does with a command.</summary>
    public ControllerSpec? Controller { get; init; }

    /// <summary>What the policy has to be shown.</summary>
    public ObservationSpec? Observation { get; init; }

    /// <summary>The other entries of the same source, any of which could be loaded by mistake.</summary>
    public IReadOnlyList<Normaliser> Siblings { get; init; } = [];
}
