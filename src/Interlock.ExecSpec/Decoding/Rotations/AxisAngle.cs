namespace Interlock.ExecSpec.Decoding.Rotations;

/// <summary>Axis times angle [rad].</summary>
internal static class AxisAngle
{
    /// <summary>Any finite vector is a rotation; null where its length is not finite.</summary>
    public static Rotation? Read(ReadOnlySpan<double> vector)
    {
        double angle = Length(vector[0], vector[1], vector[2]);
        if (!double.IsFinite(angle))
        {
            return null;
        }

        // sin(a/2)/a has the limit 1/2, and reaches it in double long before a is denormal.
        double factor = angle < 1e-100 ? 0.5 : Math.Sin(angle / 2) / angle;
        return Rotation.OfUnnormalised(vector[0] * factor, vector[1] * factor, vector[2] * factor, Math.Cos(angle / 2));
    }

    /// <summary>Angle in [0, π]. At exactly π, where two axes say the same, the first component that is not 0 is positive.</summary>
    public static void Write(Rotation rotation, Span<double> vector)
    {
        Rotation r = Canonical(rotation);
        double sine = Length(r.X, r.Y, r.Z);
        double factor = sine < 1e-100 ? 2 : 2 * Math.Atan2(sine, r.W) / sine;
        vector[0] = r.X * factor;
        vector[1] = r.Y * factor;
        vector[2] = r.Z * factor;
    }

    private static Rotation Canonical(Rotation r)
    {
        bool flip = r.W < 0 || (r.W == 0 && (r.X < 0 || (r.X == 0 && (r.Y < 0 || (r.Y == 0 && r.Z < 0)))));
        return flip ? new(-r.X, -r.Y, -r.Z, -r.W) : r;
    }

    private static double Length(double x, double y, double z)
    {
        double largest = Math.Max(Math.Abs(x), Math.Max(Math.Abs(y), Math.Abs(z)));
        if (largest == 0 || !double.IsFinite(largest))
        {
            return largest;
        }

        (double a, double b, double c) = (x / largest, y / largest, z / largest);
        return largest * Math.Sqrt((a * a) + (b * b) + (c * c));
    }
}
