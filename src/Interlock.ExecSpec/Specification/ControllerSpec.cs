using Interlock.Core.Contract;
using Interlock.Core.Units;

namespace Interlock.ExecSpec.Specification;

/// <summary>What stands behind the command: controller, joint order, files that change its meaning. Digests are SHA-256 in lower-case hexadecimal.</summary>
public sealed record ControllerSpec
{
    /// <summary>Kind.</summary>
    public ControllerKind? Kind { get; init; }

    /// <summary>
    /// What its commands are measured from. Null when not stated: offsets from the start of a chunk are then made absolute, because no
    /// controller knows that state, and displacements per step are passed on.
    /// </summary>
    public ActionReference? Reference { get; init; }

    /// <summary>Joint names in the controller's order.</summary>
    public IReadOnlyList<string>? JointOrder { get; init; }

    /// <summary>Unit in which it takes joint commands.</summary>
    public ChannelUnit? CommandUnit { get; init; }

    /// <summary>Robot model.</summary>
    public string? RobotModel { get; init; }

    /// <summary>Serial numbers for which this holds; <c>*</c> for any.</summary>
    public IReadOnlyList<string>? Serials { get; init; }

    /// <summary>Digest of the URDF.</summary>
    public string? UrdfSha256 { get; init; }

    /// <summary>Digest of the file with the limits (the safety contract).</summary>
    public string? LimitsSha256 { get; init; }

    /// <summary>Digest of the calibration file.</summary>
    public string? CalibrationSha256 { get; init; }
}
