namespace Interlock.Simulation.Geometry;

/// <summary>A rotation R_AB, kept as the axes of B expressed in A.</summary>
/// <param name="AxisX">x axis of B.</param>
/// <param name="AxisY">y axis of B.</param>
/// <param name="AxisZ">z axis of B.</param>
public readonly record struct Rotation(Vector3d AxisX, Vector3d AxisY, Vector3d AxisZ)
{
    /// <summary>No rotation.</summary>
    public static readonly Rotation Identity = new(new Vector3d(1, 0, 0), new Vector3d(0, 1, 0), new Vector3d(0, 0, 1));

    /// <summary>A turn by <paramref name="angleRad"/> about the unit vector <paramref name="axis"/> (Rodrigues).</summary>
    public static Rotation About(Vector3d axis, double angleRad)
    {
        (double sin, double cos) = Math.SinCos(angleRad);
        return new Rotation(
            Turn(axis, Identity.AxisX, sin, cos),
            Turn(axis, Identity.AxisY, sin, cos),
            Turn(axis, Identity.AxisZ, sin, cos));
    }

    /// <summary>R_AC = R_AB · R_BC, with this rotation as R_AB.</summary>
    public Rotation Then(Rotation next) => new(Apply(next.AxisX), Apply(next.AxisY), Apply(next.AxisZ));

    /// <summary>A vector given in B, expressed in A.</summary>
    public Vector3d Apply(Vector3d vector) => (vector.X * AxisX) + (vector.Y * AxisY) + (vector.Z * AxisZ);

    /// <summary>
    /// The small rotation vector, in radians and in A, that turns this orientation into <paramref name="target"/>:
    /// half the sum of the cross products of matching axes, exact to second order and zero only at the target or half a turn away.
    /// </summary>
    public Vector3d ErrorTo(Rotation target) => 0.5 * (
        Vector3d.Cross(AxisX, target.AxisX) + Vector3d.Cross(AxisY, target.AxisY) + Vector3d.Cross(AxisZ, target.AxisZ));

    /// <summary>Angle between two orientations, in radians, 0 to π.</summary>
    public double AngleTo(Rotation target)
    {
        double cos = (Vector3d.Dot(AxisX, target.AxisX) + Vector3d.Dot(AxisY, target.AxisY) + Vector3d.Dot(AxisZ, target.AxisZ) - 1) / 2;
        return Math.Atan2(ErrorTo(target).Length, cos);
    }

    private static Vector3d Turn(Vector3d axis, Vector3d vector, double sin, double cos) =>
        (cos * vector) + (sin * Vector3d.Cross(axis, vector)) + ((1 - cos) * Vector3d.Dot(axis, vector) * axis);
}
