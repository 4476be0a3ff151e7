namespace Interlock.ExecSpec.Decoding.Rotations;

/// <summary>A rotation as a unit quaternion (x, y, z, w).</summary>
internal readonly record struct Rotation(double X, double Y, double Z, double W)
{
    /// <summary>Below this length a regressed quaternion or column has no direction worth the name.</summary>
    public const double SmallestLength = 1e-6;

    public static readonly Rotation Identity = new(0, 0, 0, 1);

    public Rotation Inverse => new(-X, -Y, -Z, W);

    /// <summary>The rotation that turns by <paramref name="second"/> first and by <paramref name="first"/> then: the product of their matrices in this order.</summary>
    public static Rotation operator *(Rotation first, Rotation second) => new Rotation(
        (first.W * second.X) + (first.X * second.W) + (first.Y * second.Z) - (first.Z * second.Y),
        (first.W * second.Y) - (first.X * second.Z) + (first.Y * second.W) + (first.Z * second.X),
        (first.W * second.Z) + (first.X * second.Y) - (first.Y * second.X) + (first.Z * second.W),
        (first.W * second.W) - (first.X * second.X) - (first.Y * second.Y) - (first.Z * second.Z)).Normalised();

    /// <summary>The same rotation with unit length; null when there is no length to speak of or a number is not finite.</summary>
    public static Rotation? OfUnnormalised(double x, double y, double z, double w)
    {
        double largest = Math.Max(Math.Max(Math.Abs(x), Math.Abs(y)), Math.Max(Math.Abs(z), Math.Abs(w)));
        if (!double.IsFinite(largest) || largest == 0)
        {
            return null;
        }

        Rotation scaled = new(x / largest, y / largest, z / largest, w / largest);
        double length = Math.Sqrt(scaled.Dot(scaled));
        return largest * length >= SmallestLength ? scaled.Normalised() : null;
    }

    public double Dot(Rotation other) => (X * other.X) + (Y * other.Y) + (Z * other.Z) + (W * other.W);

    /// <summary>Of the two quaternions of this rotation the one nearer to <paramref name="other"/>.</summary>
    public Rotation NearTo(Rotation other) => Dot(other) < 0 ? new(-X, -Y, -Z, -W) : this;

    private Rotation Normalised()
    {
        double length = Math.Sqrt(Dot(this));
        return new(X / length, Y / length, Z / length, W / length);
    }
}
