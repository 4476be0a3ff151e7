namespace Interlock.Recording.Ros2.Robot;

/// <summary>A joint of a URDF and what moves it.</summary>
/// <param name="Parent">Link that it hangs on.</param>
/// <param name="Child">Link that it carries.</param>
/// <param name="Motion">How it moves.</param>
/// <param name="Origin">Place of the joint in the parent, m.</param>
/// <param name="Turned">Orientation of the joint in the parent.</param>
/// <param name="Axis">Unit vector in the joint's frame.</param>
/// <param name="Channel">Index of the channel that measures it; null where none does and it is shown at zero.</param>
/// <param name="Factor">From the channel's unit to rad or m, for a joint that follows another times its multiplier.</param>
/// <param name="Offset">Of a joint that follows another, rad or m.</param>
internal sealed record RobotJoint(
    string Parent, string Child, JointMotion Motion, double[] Origin, Rotation Turned, double[] Axis, int? Channel, double Factor, double Offset)
{
    /// <summary>True where measured values change its transform.</summary>
    public bool Moves => Motion != JointMotion.None && Channel is not null;

    /// <summary>Pose of the child in the parent.</summary>
    /// <param name="state">Measured values in channel units.</param>
    /// <returns>Null where what was measured is no number.</returns>
    public ((double X, double Y, double Z) Translation, Rotation Rotation)? Pose(ReadOnlySpan<double> state)
    {
        double position = Channel is { } channel ? (state[channel] * Factor) + Offset : 0;
        return !double.IsFinite(position) ? null : Motion switch
        {
            JointMotion.Turns => ((Origin[0], Origin[1], Origin[2]), Turned.Times(Rotation.About(Axis, position))),
            JointMotion.Slides => (Slid(position), Turned),
            _ => ((Origin[0], Origin[1], Origin[2]), Turned),
        };
    }

    private (double X, double Y, double Z) Slid(double position)
    {
        (double x, double y, double z) = Turned.Turn(Axis[0] * position, Axis[1] * position, Axis[2] * position);
        return (Origin[0] + x, Origin[1] + y, Origin[2] + z);
    }
}
