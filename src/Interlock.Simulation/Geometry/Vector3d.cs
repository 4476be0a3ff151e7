namespace Interlock.Simulation.Geometry;

/// <summary>A vector in three dimensions, double precision. Axes follow REP-103: x forward, y left, z up.</summary>
/// <param name="X">Forward component.</param>
/// <param name="Y">Left component.</param>
/// <param name="Z">Upward component.</param>
public readonly record struct Vector3d(double X, double Y, double Z)
{
    /// <summary>The zero vector.</summary>
    public static readonly Vector3d Zero = new(0, 0, 0);

    /// <summary>Euclidean length.</summary>
    public double Length => Math.Sqrt(Dot(this, this));

    /// <summary>Length of the horizontal part.</summary>
    public double HorizontalLength => Math.Sqrt((X * X) + (Y * Y));

    /// <summary>Sum of two vectors.</summary>
    public static Vector3d operator +(Vector3d left, Vector3d right) => Add(left, right);

    /// <summary>Difference of two vectors.</summary>
    public static Vector3d operator -(Vector3d left, Vector3d right) => Subtract(left, right);

    /// <summary>A vector stretched by a factor.</summary>
    public static Vector3d operator *(double factor, Vector3d vector) => Multiply(factor, vector);

    /// <summary>Sum of two vectors.</summary>
    public static Vector3d Add(Vector3d left, Vector3d right) => new(left.X + right.X, left.Y + right.Y, left.Z + right.Z);

    /// <summary>Difference of two vectors.</summary>
    public static Vector3d Subtract(Vector3d left, Vector3d right) => new(left.X - right.X, left.Y - right.Y, left.Z - right.Z);

    /// <summary>A vector stretched by a factor.</summary>
    public static Vector3d Multiply(double factor, Vector3d vector) => new(factor * vector.X, factor * vector.Y, factor * vector.Z);

    /// <summary>Scalar product.</summary>
    public static double Dot(Vector3d left, Vector3d right) => (left.X * right.X) + (left.Y * right.Y) + (left.Z * right.Z);

    /// <summary>Vector product.</summary>
    public static Vector3d Cross(Vector3d left, Vector3d right) => new(
        (left.Y * right.Z) - (left.Z * right.Y),
        (left.Z * right.X) - (left.X * right.Z),
        (left.X * right.Y) - (left.Y * right.X));

    /// <summary>The point at <paramref name="share"/> (0 to 1) of the way between two points.</summary>
    public static Vector3d Between(Vector3d from, Vector3d to, double share) => from + (share * (to - from));
}
