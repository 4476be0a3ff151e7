namespace Interlock.Simulation.Arm;

/// <summary>The axes of the arm and its gripper, with the delay between a command and its effect.</summary>
internal sealed class ServoArm
{
    /// <summary>Running into a mechanical stop faster than this trips the drives, as overload protection does.</summary>
    private const double TripSpeedRadPerS = 1.5;

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

    /// <summary>True once the drives have tripped: the arm stays where it is and takes no command until the next reset.</summary>
    public bool IsTripped { get; private set; }

    public double GripperOpeningM => Positions[^1];

    public void Reset(ReadOnlySpan<double> positions)
    {
        positions.CopyTo(Positions);
        positions.CopyTo(_arriving);
        positions.CopyTo(_targets);
        Velocities.AsSpan().Clear();
        IsTripped = false;
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
            bool isGripper = axis == _axes.Length - 1;
            _arriving[axis] = isGripper
                ? CommandDriver.TargetOf(command[axis], 0, Description.Gripper.MaxOpeningM)
                : CommandDriver.TargetOf(command[axis], -CommandDriver.EncoderRangeRad, CommandDriver.EncoderRangeRad);
        }
    }

    /// <summary>The command that was sent last reaches the motors.</summary>
    public void Deliver()
    {
        if (!IsTripped)
        {
            _arriving.CopyTo(_targets, 0);
        }
    }

    /// <summary>The drives give up: every axis stays where it is.</summary>
    public void Trip()
    {
        if (!IsTripped)
        {
            IsTripped = true;
            Positions.CopyTo(_targets, 0);
        }
    }

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

        if (Array.FindIndex(_axes, 0, Description.JointCount, axis => axis.ImpactSpeed > TripSpeedRadPerS) >= 0)
        {
            Trip();
        }
    }
}
