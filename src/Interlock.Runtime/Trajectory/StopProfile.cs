namespace Interlock.Runtime.Trajectory;

/// <summary>
/// The fastest stop of one channel from any velocity and acceleration: acceleration to a peak, held there, and back to zero together with
/// the velocity. An acceleration beyond its limit is brought back first.
/// </summary>
internal readonly record struct StopProfile(MotionPiece First, MotionPiece Second, MotionPiece Third, double Turn)
{
    public double DurationS => First.DurationS + Second.DurationS + Third.DurationS;

    public double End => Third.PositionAt(Third.DurationS);

    public double Lowest => Math.Min(Math.Min(First.Position, End), Turn);

    public double Highest => Math.Max(Math.Max(First.Position, End), Turn);

    public static StopProfile Plan(double position, double velocity, double acceleration, double maxAcceleration, double maxJerk)
    {
        if (double.IsPositiveInfinity(maxJerk))
        {
            return WithoutJerkLimit(position, velocity, maxAcceleration);
        }

        // Seen along the velocity that would be left if the acceleration simply ran out, every stop is a deceleration.
        double runOut = velocity + (acceleration * Math.Abs(acceleration) / (2 * maxJerk));
        double way = runOut < 0 ? -1 : 1;
        double v = way * velocity;
        double a = way * acceleration;
        double peak = Math.Min(maxAcceleration, Math.Sqrt(Math.Max(0, (maxJerk * v) + (a * a / 2))));
        double jerk = a + peak >= 0 ? -maxJerk : maxJerk;
        MotionPiece first = new(position, velocity, acceleration, way * jerk, Math.Abs(a + peak) / maxJerk);
        double left = v + (first.DurationS * (a + (first.DurationS * jerk / 2))) - (peak * peak / (2 * maxJerk));
        double hold = peak < maxAcceleration ? 0 : Math.Max(0, left / maxAcceleration);
        MotionPiece second = first.Then(0, hold) with { Acceleration = -way * peak };
        MotionPiece third = second.Then(way * maxJerk, peak / maxJerk);
        return new StopProfile(first, second, third, TurningPoint(first, v));
    }

    public (double Position, double Velocity, double Acceleration) At(double tS)
    {
        if (tS >= DurationS)
        {
            return (End, 0, 0);
        }

        double t = tS;
        MotionPiece piece = First;
        if (t >= First.DurationS)
        {
            t -= First.DurationS;
            piece = t < Second.DurationS ? Second : Third;
            t = Math.Max(0, t < Second.DurationS ? t : t - Second.DurationS);
        }

        return (piece.PositionAt(t), piece.VelocityAt(t), piece.AccelerationAt(t));
    }

    private static StopProfile WithoutJerkLimit(double position, double velocity, double maxAcceleration)
    {
        double durationS = double.IsPositiveInfinity(maxAcceleration) ? 0 : Math.Abs(velocity) / maxAcceleration;
        double acceleration = durationS == 0 ? 0 : -Math.CopySign(maxAcceleration, velocity);
        MotionPiece first = new(position, velocity, acceleration, 0, 0);
        MotionPiece second = first with { DurationS = durationS };
        return new StopProfile(first, second, second.Then(0, 0), position);
    }

    /// <summary>Where a channel that is carried back by its acceleration turns round; elsewhere the start.</summary>
    private static double TurningPoint(MotionPiece first, double velocityAlongStop)
    {
        if (velocityAlongStop >= 0)
        {
            return first.Position;
        }

        double root = Math.Sqrt(Math.Max(0, (first.Acceleration * first.Acceleration) - (2 * first.Jerk * first.Velocity)));
        return first.PositionAt(2 * Math.Abs(first.Velocity) / (Math.Abs(first.Acceleration) + root));
    }
}
