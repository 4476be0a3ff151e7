using Interlock.Simulation.Geometry;

namespace Interlock.Simulation.Arm;

/// <summary>Forward kinematics: the joint frames and the tool pose X_WT of one configuration.</summary>
public sealed class KinematicChain
{
    private readonly ArmDescription _arm;
    private readonly Vector3d[] _origins;
    private readonly Vector3d[] _axes;

    /// <summary>Creates the chain at the zero configuration.</summary>
    public KinematicChain(ArmDescription arm)
    {
        _arm = arm;
        _origins = new Vector3d[arm.JointCount];
        _axes = new Vector3d[arm.JointCount];
        MoveTo(new double[arm.JointCount]);
    }

    /// <summary>X_WT: the point between the fingertips and its orientation, seen from the base on the table.</summary>
    public Pose Tool { get; private set; }

    /// <summary>p_WJ: origin of a joint, in metres.</summary>
    public Vector3d Origin(int joint) => _origins[joint];

    /// <summary>Takes a configuration.</summary>
    /// <param name="jointsRad">One angle per joint, in radians; more values than joints are ignored.</param>
    public void MoveTo(ReadOnlySpan<double> jointsRad)
    {
        Rotation orientation = Rotation.Identity;
        Vector3d position = Vector3d.Zero;
        for (int joint = 0; joint < _origins.Length; joint++)
        {
            JointDescription description = _arm.Joints[joint];
            position += orientation.Apply(description.OffsetM);
            _origins[joint] = position;
            _axes[joint] = orientation.Apply(description.Axis);
            orientation = orientation.Then(Rotation.About(description.Axis, jointsRad[joint]));
        }

        Tool = new Pose(orientation, position + orientation.Apply(_arm.ToolOffsetM));
    }

    /// <summary>Column of the Jacobian: velocity of the point <paramref name="p_WP"/> per rad/s of <paramref name="joint"/>, in metres.</summary>
    public Vector3d LinearColumn(int joint, Vector3d p_WP) => Vector3d.Cross(_axes[joint], p_WP - _origins[joint]);

    /// <summary>Column of the Jacobian: angular velocity per rad/s of <paramref name="joint"/>.</summary>
    public Vector3d AngularColumn(int joint) => _axes[joint];
}
