namespace Interlock.Robots.Simulated;

/// <summary>
/// All axes of an arm, integrated together with semi-implicit Euler. Kept as columns, so that a step over all of them is a tight loop.
/// </summary>
internal sealed class Axes
{
    private readonly double[] _min;
    private readonly double[] _max;
    private readonly double[] _maxVelocity;
    private readonly double[] _maxAcceleration;
    private readonly double[] _stiffness;
    private readonly double[] _damping;
    private readonly double[] _saturatedS;
    private readonly double[] _weights;
    private readonly SimulatedWall? _wall;
    private readonly double _dtS;

    public Axes(SimulatedArmOptions options, double dtS)
    {
        IReadOnlyList<SimulatedChannel> channels = options.Channels;
        _min = [.. channels.Select(channel => channel.Min)];
        _max = [.. channels.Select(channel => channel.Max)];
        _maxVelocity = [.. channels.Select(channel => channel.MaxVelocity)];
        _maxAcceleration = [.. channels.Select(channel => channel.MaxAcceleration)];
        _stiffness = [.. channels.Select(channel => channel.BandwidthRadPerS * channel.BandwidthRadPerS)];
        _damping = [.. channels.Select(channel => 2 * channel.DampingRatio * channel.BandwidthRadPerS)];
        _weights = [.. channels.Select(channel => options.Wall?.Weights.GetValueOrDefault(channel.Name) ?? 0)];
        _wall = options.Wall;
        _dtS = dtS;
        _saturatedS = new double[channels.Count];
        Positions = new double[channels.Count];
        Velocities = new double[channels.Count];
    }

    public double[] Positions { get; }

    public double[] Velocities { get; }

    /// <summary>Contact force, N.</summary>
    public double ForceN { get; private set; }

    /// <summary>Longest time for which an axis has asked for more acceleration than it has, s.</summary>
    public double LongestSaturationS { get; private set; }

    public void Reset(IReadOnlyList<SimulatedChannel> channels)
    {
        for (int axis = 0; axis < Positions.Length; axis++)
        {
            Positions[axis] = channels[axis].Start;
        }

        Velocities.AsSpan().Clear();
        _saturatedS.AsSpan().Clear();
        LongestSaturationS = 0;
        ForceN = 0;
    }

    /// <summary>Where each axis would come to rest with its largest deceleration, inside its stops.</summary>
    public void StoppingPlaces(Span<double> places)
    {
        for (int axis = 0; axis < Positions.Length; axis++)
        {
            double velocity = Velocities[axis];
            double distance = velocity * Math.Abs(velocity) / (2 * _maxAcceleration[axis]);
            places[axis] = Math.Clamp(Positions[axis] + distance, _min[axis], _max[axis]);
        }
    }

    /// <summary>
    /// What the drives make of a command: inside the stops. A NaN becomes the lower stop, as in the range clamp of LeRobot's motor bus
    /// and in the float-to-integer cast of x86; a guard has to keep it away.
    /// </summary>
    public void Limit(ReadOnlySpan<double> command, Span<double> limited)
    {
        for (int axis = 0; axis < limited.Length; axis++)
        {
            limited[axis] = double.IsNaN(command[axis]) ? _min[axis] : Math.Clamp(command[axis], _min[axis], _max[axis]);
        }
    }

    /// <summary>Advances by one sub-step.</summary>
    /// <param name="targets">Inside the stops, one per axis.</param>
    public void Advance(ReadOnlySpan<double> targets)
    {
        UpdateForce();
        double push = _wall is null ? 0 : ForceN / _wall.Mass;
        double longestS = 0;
        for (int axis = 0; axis < Positions.Length; axis++)
        {
            double velocity = Velocities[axis];
            double position = Positions[axis];
            double limit = _maxAcceleration[axis];
            double wanted = (_stiffness[axis] * (targets[axis] - position)) - (_damping[axis] * velocity);
            double driven = Math.Clamp(wanted, -limit, limit);
            _saturatedS[axis] = driven == wanted ? 0 : _saturatedS[axis] + _dtS;
            longestS = Math.Max(longestS, _saturatedS[axis]);

            velocity += (driven - (push * _weights[axis])) * _dtS;
            velocity = Math.Clamp(velocity, -_maxVelocity[axis], _maxVelocity[axis]);
            double free = position + (velocity * _dtS);
            double kept = Math.Clamp(free, _min[axis], _max[axis]);
            Positions[axis] = kept;
            Velocities[axis] = kept == free ? velocity : 0;
        }

        LongestSaturationS = longestS;
    }

    private void UpdateForce()
    {
        if (_wall is null)
        {
            return;
        }

        double depth = -_wall.Position;
        double speed = 0;
        for (int axis = 0; axis < _weights.Length; axis++)
        {
            depth += _weights[axis] * Positions[axis];
            speed += _weights[axis] * Velocities[axis];
        }

        ForceN = depth > 0 ? Math.Max(0, (_wall.Stiffness * depth) + (_wall.Damping * speed)) : 0;
    }
}
