namespace Interlock.ExecSpec.Drift;

/// <summary>
/// What the robot does when the certified policy asks it to stay where it is and the other unnormaliser decodes that request. Lengths are
/// Euclidean norms over the translation channels; angles are Euclidean norms over the rotation channels. Joints do not add up: the one
/// that moves most counts. Where both kinds exist the larger is given. Of several positions in the chunk the worst is given.
/// </summary>
/// <remarks>
/// An idle command is zero for displacements per step and for velocities; β in physical units, times the rate for displacements, is a
/// speed. For an offset from the start of the chunk it is zero too, and the arm moves by β once per chunk: a speed when the rate and the
/// executed steps are known. For an absolute command it is the present pose q, here the mean of the demonstrations (the middle of the
/// certified range where there is no mean); the arm moves once by (α − 1)·q + β and then stands, so there is no speed.
/// </remarks>
public sealed record NullMotion
{
    /// <summary>Nothing is known.</summary>
    public static NullMotion Unknown { get; } = new();

    /// <summary>Speed of translation, mm/s; null when there is no translation, no speed, or something is missing.</summary>
    public double? MmPerS { get; init; }

    /// <summary>Speed of rotation, rad/s; null when there is no rotation, no speed, or something is missing.</summary>
    public double? RadPerS { get; init; }

    /// <summary>Translation per idle command, mm: per step, per chunk, or once. Null for velocities.</summary>
    public double? Mm { get; init; }

    /// <summary>Rotation per idle command, rad: per step, per chunk, or once. Null for velocities.</summary>
    public double? Rad { get; init; }

    /// <summary>The joint that turns most; null where rotation channels give <see cref="Rad"/> or <see cref="RadPerS"/>.</summary>
    public string? LargestJoint { get; init; }

    /// <summary>What idle means here; of several kinds the first channel's.</summary>
    public IdleCommand Idle { get; init; }

    /// <summary>What the specification would have to say for the values that are null.</summary>
    public NullMotionGaps Missing { get; init; }
}
