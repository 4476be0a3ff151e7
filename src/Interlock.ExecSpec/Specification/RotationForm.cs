namespace Interlock.ExecSpec.Specification;

/// <summary>How a rotation is written down.</summary>
public enum RotationForm
{
    /// <summary>Axis times angle [rad]; 3 numbers.</summary>
    AxisAngle,

    /// <summary>Roll, pitch, yaw about fixed axes x, y, z, applied in that order [rad]; 3 numbers.</summary>
    RpyFixed,

    /// <summary>Unit quaternion (x, y, z, w); 4 numbers.</summary>
    QuatXyzw,

    /// <summary>The first two columns of the rotation matrix, one after the other; 6 numbers.</summary>
    Rot6d,
}
