namespace Interlock.Cli.Urdf;

/// <summary>A joint of a robot description and what it says about motion. Angles in rad, lengths in m; absent values are null.</summary>
internal sealed record UrdfJoint
{
    public required string Name { get; init; }

    /// <summary><c>revolute</c>, <c>continuous</c>, <c>prismatic</c>, <c>fixed</c>, <c>floating</c> or <c>planar</c>.</summary>
    public required string Type { get; init; }

    /// <summary>1-based line of the joint element.</summary>
    public required int Line { get; init; }

    public double? Lower { get; init; }

    public double? Upper { get; init; }

    /// <summary>Largest speed, in rad/s or m/s.</summary>
    public double? Velocity { get; init; }

    /// <summary>Largest effort, in N·m or N.</summary>
    public double? Effort { get; init; }

    public double? SoftLower { get; init; }

    public double? SoftUpper { get; init; }

    /// <summary>The joint that this one follows; null when it moves on its own.</summary>
    public string? Mimics { get; init; }

    public bool IsPrismatic => Type == "prismatic";

    public bool IsContinuous => Type == "continuous";
}
