namespace Interlock.ExecSpec.Decoding.Rotations;

/// <summary>The first two columns of the matrix. Columns that are not quite orthonormal are made so: the first keeps its direction.</summary>
internal static class SixNumbers
{
    /// <summary>Null where a column has no direction or both have the same.</summary>
    public static Rotation? Read(ReadOnlySpan<double> columns)
    {
        if (Unit(columns[0], columns[1], columns[2]) is not { } x || Unit(columns[3], columns[4], columns[5]) is not { } second)
        {
            return null;
        }

        double along = (x.X * second.X) + (x.Y * second.Y) + (x.Z * second.Z);
        return Unit(second.X - (along * x.X), second.Y - (along * x.Y), second.Z - (along * x.Z)) is { } y
            ? new RotationMatrix(
                x.X, y.X, (x.Y * y.Z) - (x.Z * y.Y),
                x.Y, y.Y, (x.Z * y.X) - (x.X * y.Z),
                x.Z, y.Z, (x.X * y.Y) - (x.Y * y.X)).ToRotation()
            : null;
    }

    public static void Write(Rotation rotation, Span<double> columns)
    {
        RotationMatrix m = RotationMatrix.Of(rotation);
        (columns[0], columns[1], columns[2]) = (m.M00, m.M10, m.M20);
        (columns[3], columns[4], columns[5]) = (m.M01, m.M11, m.M21);
    }

    private static (double X, double Y, double Z)? Unit(double x, double y, double z) =>
        Rotation.OfUnnormalised(x, y, z, 0) is { } unit ? (unit.X, unit.Y, unit.Z) : null;
}
