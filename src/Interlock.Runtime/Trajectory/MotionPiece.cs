namespace Interlock.Runtime.Trajectory;

/// <summary>Motion with constant jerk for a while.</summary>
internal readonly record struct MotionPiece(double Position, double Velocity, double Acceleration, double Jerk, double DurationS)
{
    public double PositionAt(double tS) => Position + (tS * (Velocity + (tS * ((Acceleration / 2) + (tS * Jerk / 6)))));

    public double VelocityAt(double tS) => Velocity + (tS * (Acceleration + (tS * Jerk / 2)));

    public double AccelerationAt(double tS) => Acceleration + (tS * Jerk);

    /// <summary>The piece that goes on from the end of this one.</summary>
    public MotionPiece Then(double jerk, double durationS) =>
        new(PositionAt(DurationS), VelocityAt(DurationS), AccelerationAt(DurationS), jerk, durationS);
}
