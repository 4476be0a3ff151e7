namespace Interlock.Simulation.Arm;

/// <summary>The axes of the arm and its gripper, with the delay between a command and its effect.</summary>
internal sealed class ServoArm
{
    private readonly AxisServo[] _axes;
    private readonly double[] _arriving;
    private readonly double[] _targets;

    public ServoArm(ArmDescription description)
    {
        Description = description;
        GripperDescription gripper = description.Gripper;
        _axes =
        [
            .. description.Joints.Select(joint => new AxisServo(
                joint.BandwidthRadPerS, joint.MaxVelocityRadPerS, joint.MaxAccelerationRadPerS2, joint.MinRad, joint.MaxRad)),
            new AxisServo(gripper.BandwidthRadPerS, gripper.MaxVelocityMPerS, gripper.MaxAccelerationMPerS2, 0, gripper.MaxOpeningM),
        ];
        _arriving = new double[_axes.Length];
        _targets = new double[_axes.Length];
        Positions = new double[_axes.Length];
        Velocities = new double[_axes.Length];
    }

    public ArmDescription Description { get; }

    /// <summary>True positions, joints then gripper.</summary>
    public double[] Positions { get; }

    /// <summary>True velocities, joints then gripper.</summary>
    public double[] Velocities { get; }

    public double GripperOpeningM => Positions[^1];

    public void Reset(ReadOnlySpan<double> positions)
    {
        positions.CopyTo(Positions);
        positions.CopyTo(_arriving);
        positions.CopyTo(_targets);
        Velocities.AsSpan().Clear();
        for (int axis = 0; axis < _axes.Length; axis++)
        {
            _axes[axis].Reset(positions[axis]);
        }
    }

    /// <summary>A command leaves for the drivers; it has no effect until <see cref="Deliver"/>.</summary>
    public void Send(ReadOnlySpan<double> command)
    {
        for (int axis = 0; axis < _axes.Length; axis++)
        {
            _arriving[axis] = CommandDriver.TargetOf(command[axis], _axes[axis]);
        }
    }

    /// <summary>The command that was sent last reaches the motors.</summary>
    public void Deliver() => _arriving.CopyTo(_targets, 0);

    public void Advance(double dtS, ReadOnlySpan<double> disturbance, double lowestOpeningM)
    {
        for (int axis = 0; axis < _axes.Length; axis++)
        {
            bool isGripper = axis == _axes.Length - 1;
            _axes[axis].Advance(
                _targets[axis], dtS, isGripper ? 0 : disturbance[axis], isGripper ? lowestOpeningM : double.NegativeInfinity);
            Positions[axis] = _axes[axis].Position;
            Velocities[axis] = _axes[axis].Velocity;
        }
    }
}
