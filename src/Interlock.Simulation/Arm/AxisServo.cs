namespace Interlock.Simulation.Arm;

/// <summary>
/// One position-controlled axis: a critically damped second-order response that saturates in acceleration and speed and
/// ends at hard stops. Integrated with semi-implicit Euler.
/// </summary>
internal sealed class AxisServo(double bandwidthRadPerS, double maxVelocity, double maxAcceleration, double min, double max)
{
    /// <summary>1 is critical damping: as fast as possible without overshoot while nothing saturates.</summary>
    private const double DampingRatio = 1.0;

    public double Position { get; private set; }

    public double Velocity { get; private set; }

    /// <summary>Speed with which a stop was hit in the last step; 0 when none was.</summary>
    public double ImpactSpeed { get; private set; }

    public void Reset(double position)
    {
        Position = position;
        Velocity = 0;
        ImpactSpeed = 0;
    }

    /// <summary>Advances by <paramref name="dtS"/> towards a finite <paramref name="target"/>.</summary>
    /// <param name="target">Commanded position.</param>
    /// <param name="dtS">Duration, in seconds; far below 1/bandwidth.</param>
    /// <param name="disturbance">Acceleration from outside, beside the motor's.</param>
    /// <param name="lowestNow">Lower stop for now, for fingers that have something between them.</param>
    public void Advance(double target, double dtS, double disturbance = 0, double lowestNow = double.NegativeInfinity)
    {
        double wanted = (bandwidthRadPerS * bandwidthRadPerS * (target - Position)) - (2 * DampingRatio * bandwidthRadPerS * Velocity);
        double acceleration = Math.Clamp(wanted, -maxAcceleration, maxAcceleration) + disturbance;
        Velocity = Math.Clamp(Velocity + (acceleration * dtS), -maxVelocity, maxVelocity);
        double free = Position + (Velocity * dtS);
        Position = Math.Clamp(free, Math.Max(min, lowestNow), max);
        ImpactSpeed = Position == free ? 0 : Math.Abs(Velocity);
        if (Position != free)
        {
            Velocity = 0;
        }
    }
}
