namespace Interlock.Policies.Local;

/// <summary>
/// The quintic of least integrated squared jerk from a state of motion to rest at a goal (Flash and Hogan 1985). A part of such a
/// curve up to the same end is such a curve again, so replanning from a point on it gives the same curve.
/// </summary>
/// <param name="Start">Position at time 0, channel units.</param>
/// <param name="Velocity">Velocity at time 0, channel units/s.</param>
/// <param name="Acceleration">Acceleration at time 0, channel units/s².</param>
/// <param name="Goal">Position at the end, channel units.</param>
/// <param name="DurationS">Time to the goal, s; above 0.</param>
internal readonly record struct MinimumJerk(double Start, double Velocity, double Acceleration, double Goal, double DurationS)
{
    public double PositionAt(double timeS) => At(timeS).Position;

    /// <summary>Position and its first two derivatives; at rest from the end on.</summary>
    public (double Position, double Velocity, double Acceleration) At(double timeS)
    {
        if (timeS >= DurationS)
        {
            return (Goal + (0 * Start), 0, 0);
        }

        double s = timeS / DurationS;
        double a1 = Velocity * DurationS;
        double a2 = Acceleration * DurationS * DurationS / 2;
        double way = Goal - Start;
        double a3 = (10 * way) - (6 * a1) - (3 * a2);
        double a4 = (-15 * way) + (8 * a1) + (3 * a2);
        double a5 = (6 * way) - (3 * a1) - a2;
        double position = Start + (s * (a1 + (s * (a2 + (s * (a3 + (s * (a4 + (s * a5)))))))));
        double velocity = (a1 + (s * ((2 * a2) + (s * ((3 * a3) + (s * ((4 * a4) + (s * 5 * a5)))))))) / DurationS;
        double acceleration = ((2 * a2) + (s * ((6 * a3) + (s * ((12 * a4) + (s * 20 * a5)))))) / (DurationS * DurationS);
        return (position, velocity, acceleration);
    }
}
