namespace Interlock.ExecSpec.Decoding.Rotations;

/// <summary>A rotation as a 3×3 matrix; its columns are where the axes x, y, z go.</summary>
internal readonly record struct RotationMatrix(
    double M00,
    double M01,
    double M02,
    double M10,
    double M11,
    double M12,
    double M20,
    double M21,
    double M22)
{
    /// <summary>How far a column may be from unit length, or two of them from a right angle, in a matrix that is taken for a rotation.</summary>
    private const double OrthonormalTolerance = 1e-6;

    public static RotationMatrix Of(Rotation r) => new(
        1 - (2 * ((r.Y * r.Y) + (r.Z * r.Z))),
        2 * ((r.X * r.Y) - (r.Z * r.W)),
        2 * ((r.X * r.Z) + (r.Y * r.W)),
        2 * ((r.X * r.Y) + (r.Z * r.W)),
        1 - (2 * ((r.X * r.X) + (r.Z * r.Z))),
        2 * ((r.Y * r.Z) - (r.X * r.W)),
        2 * ((r.X * r.Z) - (r.Y * r.W)),
        2 * ((r.Y * r.Z) + (r.X * r.W)),
        1 - (2 * ((r.X * r.X) + (r.Y * r.Y))));

    /// <summary>Reads nine row-major numbers; null unless they are a rotation to within 1e-6.</summary>
    public static RotationMatrix? Read(ReadOnlySpan<double> nine)
    {
        RotationMatrix m = new(nine[0], nine[1], nine[2], nine[3], nine[4], nine[5], nine[6], nine[7], nine[8]);
        return m.IsRotation() ? m : null;
    }

    public void Write(Span<double> nine)
    {
        (nine[0], nine[1], nine[2]) = (M00, M01, M02);
        (nine[3], nine[4], nine[5]) = (M10, M11, M12);
        (nine[6], nine[7], nine[8]) = (M20, M21, M22);
    }

    /// <summary>Through the largest of the four squared components, which is at least a quarter, so that nothing is divided by a small number.</summary>
    public Rotation ToRotation()
    {
        double trace = M00 + M11 + M22;
        double largest = Math.Max(Math.Max(trace, M00), Math.Max(M11, M22));
        return largest == trace ? Unit(M21 - M12, M02 - M20, M10 - M01, 1 + trace)
            : largest == M00 ? Unit(1 + (2 * M00) - trace, M10 + M01, M02 + M20, M21 - M12)
            : largest == M11 ? Unit(M10 + M01, 1 + (2 * M11) - trace, M21 + M12, M02 - M20)
            : Unit(M02 + M20, M21 + M12, 1 + (2 * M22) - trace, M10 - M01);
    }

    private static Rotation Unit(double x, double y, double z, double w) => Rotation.OfUnnormalised(x, y, z, w) ?? Rotation.Identity;

    private bool IsRotation()
    {
        double xx = (M00 * M00) + (M10 * M10) + (M20 * M20);
        double yy = (M01 * M01) + (M11 * M11) + (M21 * M21);
        double zz = (M02 * M02) + (M12 * M12) + (M22 * M22);
        double xy = (M00 * M01) + (M10 * M11) + (M20 * M21);
        double xz = (M00 * M02) + (M10 * M12) + (M20 * M22);
        double yz = (M01 * M02) + (M11 * M12) + (M21 * M22);
        return IsSmall(xx - 1) && IsSmall(yy - 1) && IsSmall(zz - 1) && IsSmall(xy) && IsSmall(xz) && IsSmall(yz) && Determinant() > 0;
    }

    private double Determinant() =>
        (M00 * ((M11 * M22) - (M12 * M21))) - (M01 * ((M10 * M22) - (M12 * M20))) + (M02 * ((M10 * M21) - (M11 * M20)));

    private static bool IsSmall(double deviation) => Math.Abs(deviation) <= OrthonormalTolerance;
}
