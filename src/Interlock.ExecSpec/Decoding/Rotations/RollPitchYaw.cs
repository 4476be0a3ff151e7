namespace Interlock.ExecSpec.Decoding.Rotations;

/// <summary>Roll, pitch, yaw [rad] about the fixed axes x, y, z in that order: R = Rz(yaw) · Ry(pitch) · Rx(roll).</summary>
internal static class RollPitchYaw
{
    /// <summary>Closer than this to a pitch of ±π/2 only roll and yaw together mean anything, and yaw is written as 0.</summary>
    private const double LockCosine = 1e-12;

    /// <summary>Any three finite angles are a rotation.</summary>
    public static Rotation? Read(ReadOnlySpan<double> angles)
    {
        (double sr, double cr) = Math.SinCos(angles[0] / 2);
        (double sp, double cp) = Math.SinCos(angles[1] / 2);
        (double sy, double cy) = Math.SinCos(angles[2] / 2);
        return Rotation.OfUnnormalised(
            (sr * cp * cy) - (cr * sp * sy),
            (cr * sp * cy) + (sr * cp * sy),
            (cr * cp * sy) - (sr * sp * cy),
            (cr * cp * cy) + (sr * sp * sy));
    }

    /// <summary>Roll and yaw in [−π, π], pitch in [−π/2, π/2].</summary>
    public static void Write(Rotation rotation, Span<double> angles)
    {
        RotationMatrix m = RotationMatrix.Of(rotation);
        double yaw = Math.Max(Math.Abs(m.M00), Math.Abs(m.M10)) < LockCosine ? 0 : Math.Atan2(m.M10, m.M00);

        // Roll and pitch come from the matrix with this very yaw taken out, so that near the lock their errors cancel instead of adding up.
        (double sine, double cosine) = Math.SinCos(yaw);
        angles[0] = Math.Atan2((sine * m.M02) - (cosine * m.M12), (cosine * m.M11) - (sine * m.M01));
        angles[1] = Math.Atan2(-m.M20, (cosine * m.M00) + (sine * m.M10));
        angles[2] = yaw;
    }
}
