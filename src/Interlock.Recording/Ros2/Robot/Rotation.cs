namespace Interlock.Recording.Ros2.Robot;

/// <summary>A unit quaternion.</summary>
internal readonly record struct Rotation(double X, double Y, double Z, double W)
{
    public static readonly Rotation None = new(0, 0, 0, 1);

    /// <summary>A turn by an angle in rad about a unit axis.</summary>
    public static Rotation About(ReadOnlySpan<double> axis, double angle)
    {
        (double sin, double cos) = Math.SinCos(angle / 2);
        return new Rotation(axis[0] * sin, axis[1] * sin, axis[2] * sin, cos);
    }

    /// <summary>Roll, pitch and yaw as URDF has them: about the fixed axes x, then y, then z, rad.</summary>
    public static Rotation OfRollPitchYaw(ReadOnlySpan<double> rpy) =>
        About([0, 0, 1], rpy[2]).Times(About([0, 1, 0], rpy[1])).Times(About([1, 0, 0], rpy[0]));

    /// <summary>First the other, then this.</summary>
    public Rotation Times(in Rotation b) => new(
        (W * b.X) + (X * b.W) + (Y * b.Z) - (Z * b.Y),
        (W * b.Y) - (X * b.Z) + (Y * b.W) + (Z * b.X),
        (W * b.Z) + (X * b.Y) - (Y * b.X) + (Z * b.W),
        (W * b.W) - (X * b.X) - (Y * b.Y) - (Z * b.Z));

    public (double X, double Y, double Z) Turn(double x, double y, double z)
    {
        Rotation turned = Times(new Rotation(x, y, z, 0)).Times(new Rotation(-X, -Y, -Z, W));
        return (turned.X, turned.Y, turned.Z);
    }
}
