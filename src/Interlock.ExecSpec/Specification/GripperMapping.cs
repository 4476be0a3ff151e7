namespace Interlock.ExecSpec.Specification;

/// <summary>How the decoded gripper value becomes the controller's: a line through (policy open → controller open) and (policy closed → controller closed), or a decision between the two.</summary>
public sealed record GripperMapping
{
    /// <summary>Name of the channel.</summary>
    public required string Channel { get; init; }

    /// <summary>Decoded value that means open.</summary>
    public required double PolicyOpen { get; init; }

    /// <summary>Decoded value that means closed.</summary>
    public required double PolicyClosed { get; init; }

    /// <summary>Decoded value at which open and closed part; null when the value is mapped along the line and not decided.</summary>
    public double? Threshold { get; init; }

    /// <summary>What a value exactly at the threshold becomes.</summary>
    public GripperTie Tie { get; init; } = GripperTie.Hold;

    /// <summary>What the controller takes for open.</summary>
    public required double ControllerOpen { get; init; }

    /// <summary>What the controller takes for closed.</summary>
    public required double ControllerClosed { get; init; }
}
